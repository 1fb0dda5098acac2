/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.windows;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.text.TextWindow;
import java.awt.AWTException;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextComponent;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.text.JTextComponent;

/** The windows of the ImageJ in this process. */
final class AwtDesk implements Desk {

    private static final int SETTLING_MILLIS = 200;
    private static final int MENU_MILLIS = 1000;
    private static final int KEY_MILLIS = 50;

    private final Robot robot;

    AwtDesk() throws AWTException {
        robot = new Robot();
    }

    @Override
    public List<String> menu(String... path) {
        return EventThread.get(() -> items(find(path)).map(MenuItem::getLabel).toList());
    }

    @Override
    public void choose(String... path) {
        MenuItem item = EventThread.get(() -> find(path));
        EventThread.post(
                new ActionEvent(item, ActionEvent.ACTION_PERFORMED, item.getActionCommand()));
    }

    @Override
    public void pull(String menu, String below) {
        focus(IJ.getInstance());
        List<String> all = EventThread.get(() -> menus().map(MenuItem::getLabel).toList());
        type(KeyEvent.VK_F10, 1);
        robot.delay(MENU_MILLIS); // the first menu opens
        type(KeyEvent.VK_LEFT, all.size() - all.indexOf(menu)); // right would open menus below
        List<String> entries = new ArrayList<>(menu(menu));
        entries.removeIf(entry -> entry.equals("-"));
        type(KeyEvent.VK_DOWN, entries.indexOf(below));
        type(KeyEvent.VK_RIGHT, 1);
    }

    private void type(int key, int times) {
        for (int i = 0; i < times; i++) {
            robot.keyPress(key);
            robot.keyRelease(key);
            robot.delay(KEY_MILLIS); // a menu that is about to open takes no keys
        }
    }

    private static MenuItem find(String... path) {
        MenuItem found = null;
        for (String label : path) {
            found =
                    (found == null ? menus() : items(found))
                            .filter(item -> item.getLabel().equals(label))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("No menu entry " + label));
        }
        return found;
    }

    private static Stream<MenuItem> menus() {
        return IntStream.range(0, Menus.getMenuBar().getMenuCount())
                .mapToObj(Menus.getMenuBar()::getMenu);
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu
                ? IntStream.range(0, menu.getItemCount()).mapToObj(menu::getItem)
                : Stream.empty();
    }

    @Override
    public String macro(String text) {
        CompletableFuture<String> result =
                CompletableFuture.supplyAsync(() -> IJ.runMacro(text, ""), AwtDesk::start);
        Waiting.until(
                () -> result.isDone() || openDialog().isPresent(),
                () -> "The macro has not ended: " + text);
        openDialog()
                .ifPresent(
                        dialog -> {
                            throw new AssertionError("A dialog opened: " + dialog);
                        });
        return result.join();
    }

    private static Optional<WindowView> openDialog() {
        return EventThread.get(
                () ->
                        showing()
                                .filter(Dialog.class::isInstance)
                                .findFirst()
                                .map(dialog -> new Components(dialog).view()));
    }

    @Override
    public void startMacro(String text) {
        start(() -> IJ.runMacro(text, ""));
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "Macro of a test");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public List<String> windows() {
        return EventThread.get(() -> showing().map(Components::title).toList());
    }

    private static Stream<Window> showing() {
        return Stream.of(Window.getWindows()).filter(Window::isShowing);
    }

    /** ImageJ adds the zoom to the title of an image. */
    private static boolean isTitled(Window window, String title) {
        return Components.title(window).equals(title)
                || window instanceof ImageWindow image
                        && image.getImagePlus() != null
                        && image.getImagePlus().getTitle().equals(title);
    }

    private static Stream<Window> titled(String title) {
        return showing().filter(window -> isTitled(window, title));
    }

    private static Optional<Window> open(String title) {
        return EventThread.get(
                () -> showing().filter(window -> isTitled(window, title)).findFirst());
    }

    private Window await(String title) {
        Waiting.until(
                () -> open(title).isPresent(),
                () -> "No window '" + title + "' is open, but " + windows());
        return open(title).orElseThrow(() -> new AssertionError(title + " closed at once"));
    }

    private Components components(String title) {
        Window window = await(title);
        return EventThread.get(() -> new Components(window));
    }

    @Override
    public WindowView window(String title) {
        Window window = await(title);
        return EventThread.get(() -> new Components(window).view());
    }

    @Override
    public void awaitClosed(String title) {
        Waiting.until(
                () -> open(title).isEmpty(), () -> "The window '" + title + "' is still open.");
    }

    @Override
    public void set(String title, String label, String value) {
        Component field = components(title).field(label);
        EventThread.run(() -> set(field, value));
    }

    private static void set(Component field, String value) {
        if (field instanceof Choice choice) {
            choice.select(value);
            if (!choice.getSelectedItem().equals(value)) {
                throw new AssertionError("There is no choice " + value);
            }
            EventThread.post(
                    new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, value, ItemEvent.SELECTED));
        } else if (field instanceof Checkbox box) {
            box.setState(Boolean.parseBoolean(value));
            int change = box.getState() ? ItemEvent.SELECTED : ItemEvent.DESELECTED;
            EventThread.post(
                    new ItemEvent(box, ItemEvent.ITEM_STATE_CHANGED, box.getLabel(), change));
        } else if (field instanceof TextComponent text) {
            text.setText(value); // which tells its listeners
        } else {
            ((JTextComponent) field).setText(value);
        }
    }

    @Override
    public void press(String title, String name) {
        Waiting.until(
                () -> button(title, name).isPresent(),
                () -> "No window '" + title + "' with a button " + name + " in " + windows());
        Component button = button(title, name).orElseThrow();
        if (button instanceof AbstractButton swing) {
            EventQueue.invokeLater(swing::doClick);
        } else {
            EventThread.post(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, name));
        }
    }

    /** Several windows may have the title. */
    private static Optional<Component> button(String title, String name) {
        return EventThread.get(
                () ->
                        titled(title)
                                .flatMap(window -> new Components(window).button(name).stream())
                                .findFirst());
    }

    @Override
    public void awaitNoButton(String title, String name) {
        Waiting.until(
                () -> button(title, name).isEmpty(),
                () -> "The window '" + title + "' still has a button " + name);
    }

    /** ImageJ runs each in a thread of its name. */
    @Override
    public void awaitEnd(String command) {
        Waiting.until(
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(thread -> thread.getName().equals(command)),
                () -> "The command " + command + " still runs.");
    }

    @Override
    public void close(String title) {
        EventThread.post(new WindowEvent(await(title), WindowEvent.WINDOW_CLOSING));
    }

    @Override
    public void escape(String title) {
        Window window = await(title);
        EventThread.run(
                () -> {
                    Component target =
                            parts(window).filter(AwtDesk::hearsKeys).findFirst().orElseThrow();
                    KeyEvent escape =
                            new KeyEvent(
                                    target,
                                    KeyEvent.KEY_PRESSED,
                                    System.currentTimeMillis(),
                                    0,
                                    KeyEvent.VK_ESCAPE,
                                    KeyEvent.CHAR_UNDEFINED);
                    for (KeyListener listener : target.getKeyListeners()) {
                        listener.keyPressed(escape);
                    }
                });
    }

    private static boolean hearsKeys(Component part) {
        return part.getKeyListeners().length > 0;
    }

    /** A window and all in it. */
    private static Stream<Component> parts(Component whole) {
        Stream<Component> inside =
                whole instanceof Container container
                        ? Arrays.stream(container.getComponents()).flatMap(AwtDesk::parts)
                        : Stream.empty();
        return Stream.concat(Stream.of(whole), inside);
    }

    /** Asks again and again: without a window manager, it may go with a window that closes. */
    private static void focus(Window window) {
        Waiting.until(
                () -> EventThread.get(() -> hasFocus(window)),
                () -> "The window '" + Components.title(window) + "' gets no focus.");
    }

    private static boolean hasFocus(Window window) {
        if (window.getFocusOwner() == null) {
            window.toFront();
            window.requestFocus();
            return false;
        }
        return true;
    }

    @Override
    public String text(String title) {
        await(title);
        return EventThread.get(
                () -> titled(title).map(AwtDesk::text).collect(Collectors.joining("\n")));
    }

    private static String text(Window window) {
        if (window instanceof TextWindow text) {
            return text.getTextPanel().getText();
        }
        return new Components(window)
                .view().fields().stream().map(FieldView::value).collect(Collectors.joining("\n"));
    }

    @Override
    public String awaitText(String title, String part) {
        Waiting.until(
                () -> text(title).contains(part),
                () -> "'" + title + "' does not show '" + part + "', but " + text(title));
        return text(title);
    }

    @Override
    public void awaitShown(String title, String part) {
        Waiting.until(
                () -> window(title).toString().contains(part),
                () -> "No '" + part + "' in " + window(title));
    }

    @Override
    public String awaitStatus(String part) {
        Waiting.until(
                () -> ImageJ.getStatusBarText().contains(part),
                () -> "The status is not '" + part + "', but " + ImageJ.getStatusBarText());
        return ImageJ.getStatusBarText();
    }

    @Override
    public List<String> images() {
        return List.of(WindowManager.getImageTitles());
    }

    private static ImagePlus image(String title) {
        Waiting.until(
                () -> WindowManager.getImage(title) != null,
                () ->
                        "No image '"
                                + title
                                + "' is open, but "
                                + List.of(WindowManager.getImageTitles()));
        return WindowManager.getImage(title);
    }

    @Override
    public long pixels(String title) {
        return Checksums.ofPixels(image(title));
    }

    @Override
    public long display(String title) {
        ImagePlus image = image(title);
        return EventThread.get(() -> Checksums.ofDisplay(image.getCanvas()));
    }

    @Override
    public void awaitDisplay(String title, long expected, boolean equal) {
        Waiting.until(
                () -> (display(title) == expected) == equal,
                () -> "What '" + title + "' shows is " + (equal ? "other" : "the same") + ".");
    }

    @Override
    public void move(String title, int x, int y) {
        Window window = await(title);
        EventThread.run(() -> window.setLocation(x, y));
    }

    @Override
    public void picture(String file, String... titles) {
        for (String title : titles) {
            Window window = await(title);
            EventThread.run(window::toFront);
        }
        Rectangle part = bounds(titles);
        Rectangle before;
        do { // a window manager moves them in its own time
            before = part;
            robot.delay(SETTLING_MILLIS);
            part = bounds(titles);
        } while (!part.equals(before));
        take(part, file);
    }

    private Rectangle bounds(String... titles) {
        Rectangle all = new Rectangle(-1, -1); // a union with this is the other rectangle
        for (String title : titles) {
            all = all.union(await(title).getBounds());
        }
        return all;
    }

    @Override
    public void picture(String file) {
        take(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()), file);
    }

    private void take(Rectangle part, String file) {
        try {
            Pictures.take(robot, part, Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void tidy() {
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        Waiting.until(AwtDesk::closeAll, () -> "Windows stay open: " + windows());
    }

    /** Closes what is open but ImageJ itself; a dialog in front may keep others open. */
    private static boolean closeAll() {
        List<Window> left =
                EventThread.get(
                        () -> showing().filter(window -> !(window instanceof ImageJ)).toList());
        for (Window window : left) {
            if (window instanceof ImageWindow image) {
                EventThread.run(() -> close(image));
            } else {
                EventThread.post(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));
            }
        }
        return left.isEmpty();
    }

    /** At once: ImageJ's own command closes whatever is the active image by then. */
    private static void close(ImageWindow window) {
        ImagePlus image = window.getImagePlus();
        if (image == null) { // closed while ImageJ was about to show it
            window.dispose();
        } else {
            image.changes = false;
            window.close();
        }
    }
}
