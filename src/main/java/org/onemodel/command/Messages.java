/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.command;

/** Widget styles of the messages that stand between the parameters of a command. */
public final class Messages {

    /**
     * A heading whose parameters, those after it, a user rarely needs: a dialog that can hides them
     * until they are asked for.
     */
    public static final String FOLDED = "folded";

    /** A link to the documentation, for a dialog that has no button for it. */
    public static final String LINK = "link";

    private Messages() {}
}
