/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1;

import ij.IJ;
import java.awt.event.KeyEvent;

/** A finger on the Escape key, for macros: {@code call('org.onemodel.ij1.EscapeKey.pressSoon')}. */
public final class EscapeKey {

    private static final int LATER = 300;
    private static final int AGAIN = 10;

    private static volatile boolean pressed;

    private EscapeKey() {}

    /** Presses the key in a moment, and keeps it pressed. */
    public static void pressSoon() {
        pressed = true;
        Thread finger = new Thread(EscapeKey::press);
        finger.setDaemon(true);
        finger.start();
    }

    private static void press() {
        sleep(LATER);
        while (pressed) {
            IJ.setKeyDown(KeyEvent.VK_ESCAPE);
            sleep(AGAIN);
        }
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the key go. */
    public static void release() {
        pressed = false;
    }
}
