/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.onemodel.restore.OneModelException;

class DevicesTest {

    @Test
    void autoIsAGpuWhereThereIsOneElseTheCpu() {
        assertThat(Devices.device("auto", 2)).isEqualTo(Device.gpu(0));
        assertThat(Devices.device("auto", 0)).isEqualTo(Device.cpu());
    }

    @Test
    void aDeviceThatIsAskedForIsTaken() {
        assertThat(Devices.device("cpu", 2)).isEqualTo(Device.cpu());
        assertThat(Devices.device("GPU", 2)).isEqualTo(Device.gpu(0));
        assertThat(Devices.device("gpu:1", 2)).isEqualTo(Device.gpu(1));
        assertThat(Devices.name(Device.gpu(1))).isEqualTo("gpu:1");
        assertThat(Devices.name(Device.cpu())).isEqualTo("cpu");
    }

    @Test
    void aGpuThatIsNotThereIsNeverReplaced() {
        assertThatThrownBy(() -> Devices.device("gpu", 0))
                .isInstanceOf(OneModelException.class)
                .hasMessage(
                        "The device 'gpu' was asked for, but PyTorch sees no GPU; choose auto or"
                                + " cpu, or install PyTorch for your GPU.");
        assertThatThrownBy(() -> Devices.device("gpu:2", 1))
                .isInstanceOf(OneModelException.class)
                .hasMessageStartingWith(
                        "The device 'gpu:2' was asked for, but PyTorch sees only cpu, gpu:0;");
    }

    @Test
    void anUnknownDeviceIsRefused() {
        assertThatThrownBy(() -> Devices.device("cuda", 1))
                .isInstanceOf(OneModelException.class)
                .hasMessage("There is no device 'cuda'; give one of auto, cpu, gpu or gpu:N.");
    }
}
