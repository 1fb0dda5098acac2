/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import java.util.List;

/**
 * What a user sees and does at ImageJ's windows. Whatever has to appear first is waited for; what
 * does not appear is an {@link AssertionError}.
 */
interface Desk {

    /** The entries of a menu, from top to bottom; a separator is {@code "-"}. */
    List<String> menu(String... path);

    /** Chooses a menu entry, and doesn't wait for what it does. */
    void choose(String... path);

    /** Opens a menu below another one with the keyboard, and leaves it open. */
    void pull(String menu, String below);

    /** Runs a macro to its end, and returns what it returns; no dialog may open meanwhile. */
    String macro(String text);

    /** Starts a macro, which may open dialogs. */
    void startMacro(String text);

    /** The titles of all windows that are open. */
    List<String> windows();

    /** What the window of a title shows, once it is open. */
    WindowView window(String title);

    /** Waits until no window of a title is open. */
    void awaitClosed(String title);

    /** Types a value into the field whose label starts with a word, or chooses it there. */
    void set(String title, String label, String value);

    /** Presses a button. */
    void press(String title, String button);

    /** Waits until no window of a title has a button any more. */
    void awaitNoButton(String title, String button);

    /** Waits until a command that was chosen in the menu has come to its end. */
    void awaitEnd(String command);

    /** Closes a window by its frame. */
    void close(String title);

    /**
     * Gives a window the Escape key, as if it had the focus: which one has it is not certain
     * without a window manager.
     */
    void escape(String title);

    /** The text of all windows of a title, such as the log's or the recorder's. */
    String text(String title);

    /** Waits until the text of a window contains something, and returns it. */
    String awaitText(String title, String part);

    /** Waits until the texts of a window contain something. */
    void awaitShown(String title, String part);

    /** Waits until the status bar's text contains something, and returns it. */
    String awaitStatus(String part);

    /** The titles of all images that are open. */
    List<String> images();

    /** A number that changes with the pixels of an open image, once it is open. */
    long pixels(String title);

    /** A number that changes with what the window of an image shows. */
    long display(String title);

    /** Waits until {@link #display} is or isn't some number. */
    void awaitDisplay(String title, long expected, boolean equal);

    /** Moves a window, its frame included. */
    void move(String title, int x, int y);

    /** A picture of the part of the display that some windows take, all to the front. */
    void picture(String file, String... titles);

    /** A picture of the display, without empty margins at the right and below. */
    void picture(String file);

    /** Closes all that a test may have left open. */
    void tidy();
}
