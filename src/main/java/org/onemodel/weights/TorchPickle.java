/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.weights;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The vocabulary of PyTorch's pickles: the globals that a checkpoint of tensors may name, with
 * those of {@link ModulePickle}, and the persistent ids that stand for storages.
 *
 * <p>Follows {@code torch/serialization.py} and {@code torch/_utils.py}. A storage's persistent id
 * is the tuple {@code ('storage', type, key, location, length)}, in the old format with {@code
 * None} or {@code (view key, offset, length)} at the end.
 */
final class TorchPickle {

    /** PyTorch has no tensors of more. */
    private static final int MAX_AXES = 64;

    private static final PickleGlobal TENSOR = TorchPickle::tensor;

    /** All that may be named; everything else ends the reading. */
    static final Map<String, PickleGlobal> GLOBALS = globals();

    private TorchPickle() {}

    private static Map<String, PickleGlobal> globals() {
        Map<String, PickleGlobal> globals = new HashMap<>();
        for (ElementType type : ElementType.values()) {
            globals.put("torch." + type.storageName(), new StorageType(type));
            globals.put("torch.cuda." + type.storageName(), new StorageType(type));
        }
        globals.put("torch._utils._rebuild_tensor", TENSOR);
        globals.put("torch._utils._rebuild_tensor_v2", TENSOR);
        globals.put("torch._utils._rebuild_parameter", arguments -> arguments[0]);
        globals.put("torch._utils._rebuild_parameter_with_state", arguments -> arguments[0]);
        globals.put("torch._tensor._rebuild_from_type_v2", TorchPickle::tensorOfType);
        globals.put("collections.OrderedDict", TorchPickle::dictionary);
        globals.put("dnnlib.util.EasyDict", TorchPickle::dictionary);
        for (String skipped :
                List.of(
                        "torch.Size",
                        "torch.device",
                        "torch.Tensor",
                        "torch.nn.parameter.Parameter",
                        "torch.channels_last",
                        "torch.contiguous_format",
                        "torch.float16",
                        "torch.bfloat16",
                        "torch.float32",
                        "torch.float64",
                        "torch.int64",
                        "argparse.Namespace",
                        "pathlib.PosixPath",
                        "pathlib.WindowsPath",
                        "pathlib._local.PosixPath",
                        "pathlib._local.WindowsPath",
                        "collections.defaultdict",
                        "collections.Counter",
                        "__builtin__.set",
                        "builtins.set",
                        "__builtin__.dict",
                        "builtins.dict",
                        "__builtin__.list",
                        "builtins.list",
                        "__builtin__.complex",
                        "builtins.complex",
                        "_codecs.encode",
                        "numpy.dtype",
                        "numpy.ndarray",
                        "numpy.core.numeric._frombuffer",
                        "numpy._core.numeric._frombuffer",
                        "numpy.core.multiarray.scalar",
                        "numpy.core.multiarray._reconstruct",
                        "numpy._core.multiarray.scalar",
                        "numpy._core.multiarray._reconstruct")) {
            globals.put(skipped, arguments -> PickleGlobal.SKIPPED);
        }
        globals.putAll(ModulePickle.GLOBALS);
        return Map.copyOf(globals);
    }

    /** {@code (storage, offset, shape, strides, …)}; the rest matters to training only. */
    private static Object tensor(Object[] arguments) {
        return new TensorReference(
                (StorageReference) arguments[0],
                integer(arguments[1]),
                integers(arguments[2]),
                integers(arguments[3]));
    }

    /** {@code (function, type, arguments, state)} of a tensor that has attributes of its own. */
    private static Object tensorOfType(Object[] arguments) {
        if (arguments[0] != TENSOR) {
            throw new IllegalArgumentException("a tensor that is rebuilt by an unknown function");
        }
        return tensor((Object[]) arguments[2]);
    }

    /** Empty, or from a list of pairs as Python 2 writes it. */
    private static Object dictionary(Object[] arguments) {
        Map<Object, Object> dictionary = new LinkedHashMap<>();
        if (arguments.length > 0) {
            for (Object item : (List<?>) arguments[0]) {
                List<?> pair =
                        item instanceof Object[] tuple ? Arrays.asList(tuple) : (List<?>) item;
                dictionary.put((String) pair.get(0), pair.get(1));
            }
        }
        return dictionary;
    }

    /** The storage that a persistent id stands for. */
    static StorageReference storage(Object persistentId) {
        Object[] id = (Object[]) persistentId;
        if (id.length < 5 || !"storage".equals(id[0]) || !(id[1] instanceof StorageType storage)) {
            throw new IllegalArgumentException("a persistent id that is not a storage's");
        }
        ElementType type = storage.type();
        long length = integer(id[4]);
        if (length < 0 || length > Long.MAX_VALUE / type.bytes()) {
            throw new IllegalArgumentException("a storage of " + length + " values");
        }
        if (id.length == 5 || id[5] == null) {
            return new StorageReference(type, (String) id[2], length, 0, length);
        }
        Object[] view = (Object[]) id[5];
        long offset = integer(view[1]);
        long viewLength = integer(view[2]);
        if (offset < 0 || viewLength < 0 || offset > length - viewLength) {
            throw new IllegalArgumentException("a view beyond its storage");
        }
        return new StorageReference(type, (String) id[2], length, offset, viewLength);
    }

    private static long integer(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("a count that is not a 64-bit integer");
    }

    private static long[] integers(Object value) {
        if (((Object[]) value).length > MAX_AXES) {
            throw new IllegalArgumentException("a tensor of more than " + MAX_AXES + " axes");
        }
        return Arrays.stream((Object[]) value).mapToLong(TorchPickle::integer).toArray();
    }

    /** A storage class; it is named in persistent ids and never called. */
    private record StorageType(ElementType type) implements PickleGlobal {
        @Override
        public Object call(Object[] arguments) {
            throw new IllegalArgumentException("a storage that is not a persistent object");
        }
    }
}
