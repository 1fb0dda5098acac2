/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The vocabulary of pickled network modules: NVIDIA's persistent classes and PyTorch's own layers.
 *
 * <p>Follows {@code torch_utils/persistence.py} of stylegan2-ada-pytorch and stylegan3. A
 * persistent object is a call with one dictionary, whose {@code state} is the object's state and
 * whose {@code module_src} is the source of its class; that text is never looked at.
 */
final class ModulePickle {

    /** Layers of {@code torch.nn.modules} that networks of these projects are put together from. */
    private static final List<String> LAYERS =
            List.of(
                    "activation.GELU",
                    "activation.LeakyReLU",
                    "activation.PReLU",
                    "activation.ReLU",
                    "activation.SiLU",
                    "activation.Sigmoid",
                    "activation.Softplus",
                    "activation.Tanh",
                    "batchnorm.BatchNorm1d",
                    "batchnorm.BatchNorm2d",
                    "batchnorm.SyncBatchNorm",
                    "container.ModuleDict",
                    "container.ModuleList",
                    "container.Sequential",
                    "conv.Conv1d",
                    "conv.Conv2d",
                    "conv.ConvTranspose2d",
                    "dropout.Dropout",
                    "flatten.Flatten",
                    "instancenorm.InstanceNorm2d",
                    "linear.Identity",
                    "linear.Linear",
                    "normalization.GroupNorm",
                    "normalization.LayerNorm",
                    "padding.ReflectionPad2d",
                    "padding.ZeroPad2d",
                    "pooling.AdaptiveAvgPool2d",
                    "pooling.AvgPool2d",
                    "pooling.MaxPool2d",
                    "sparse.Embedding",
                    "upsampling.Upsample");

    /** Functions that modules keep among their options. */
    private static final List<String> FUNCTIONS =
            List.of(
                    "functools.partial",
                    "torch._C._nn.gelu",
                    "torch._C._nn.leaky_relu",
                    "torch.nn.functional.gelu",
                    "torch.nn.functional.leaky_relu",
                    "torch.nn.functional.relu",
                    "torch.nn.functional.silu");

    /** All that may be named besides what any checkpoint may name. */
    static final Map<String, PickleGlobal> GLOBALS = globals();

    private ModulePickle() {}

    private static Map<String, PickleGlobal> globals() {
        Map<String, PickleGlobal> globals = new HashMap<>();
        globals.put(
                "torch_utils.persistence._reconstruct_persistent_obj",
                ModulePickle::persistentObject);
        for (String layer : LAYERS) {
            // Its state comes later, by the operation BUILD.
            globals.put("torch.nn.modules." + layer, arguments -> new ModuleReference());
        }
        for (String function : FUNCTIONS) {
            globals.put(function, arguments -> PickleGlobal.SKIPPED);
        }
        return Map.copyOf(globals);
    }

    private static Object persistentObject(Object[] arguments) {
        ModuleReference module = new ModuleReference();
        module.setState(((Map<?, ?>) arguments[0]).get("state"));
        return module;
    }
}
