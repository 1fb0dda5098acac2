/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.onemodel.ij1.Failures;

/** Questions and messages of any length, which wrap. */
final class Dialogs {

    private static final int COLUMNS = 48;

    private Dialogs() {}

    /** Text that wraps and can be copied. */
    static JTextArea wrapped(String text) {
        JTextArea area = new JTextArea(text);
        area.setColumns(COLUMNS);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setEditable(false);
        area.setOpaque(false);
        area.setFont(UIManager.getFont("Label.font").deriveFont(Font.PLAIN));
        area.setSize(area.getPreferredSize().width, Short.MAX_VALUE); // its height depends on it
        area.setSize(area.getPreferredSize());
        return area;
    }

    /**
     * Asks; for the event dispatch thread.
     *
     * @param yes what the user agrees to, as the button says
     */
    static boolean agrees(Component parent, String title, String question, String yes) {
        Object[] choices = {yes, "Cancel"};
        return JOptionPane.showOptionDialog(
                        parent,
                        wrapped(question),
                        title,
                        JOptionPane.YES_NO_OPTION,
                        JOptionPane.QUESTION_MESSAGE,
                        null,
                        choices,
                        choices[1])
                == 0;
    }

    /** Asks from any thread, and waits for the answer. */
    static boolean agreesFromAnyThread(String title, String question, String yes) {
        if (GraphicsEnvironment.isHeadless()) {
            return false;
        }
        if (EventQueue.isDispatchThread()) {
            return agrees(null, title, question, yes);
        }
        AtomicBoolean agreed = new AtomicBoolean();
        try {
            EventQueue.invokeAndWait(() -> agreed.set(agrees(null, title, question, yes)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The question could not be shown.", e);
        }
        return agreed.get();
    }

    /** Tells of a failure; for the event dispatch thread. */
    static void tell(Component parent, String title, Throwable failure) {
        JOptionPane.showMessageDialog(
                parent, wrapped(Failures.sentence(failure)), title, JOptionPane.ERROR_MESSAGE);
    }

    /** A label before a field. */
    static JLabel label(String text) {
        JLabel label = new JLabel(text);
        label.setVerticalAlignment(JLabel.TOP);
        return label;
    }
}
