// Denoises the plane that the active image shows, and makes a figure of it for a slide: input and
// result in the same display range, the residual if you like, the same crop of each enlarged, and a
// scale bar if the image is calibrated.
//
// In a macro, with any of these options:
//     run("OneModel Before After", "model=compact-denoise device=auto noise=auto residual=yes zoom=4 width=512");
// What is enlarged is the bounds of the selection or, without one, where the result has most
// structure; zoom=0 leaves it out. width is that of a panel in pixels.

var model = "compact-denoise";
var device = "auto";
var noise = "auto";
var residual = "no";
var zoom = 4;
var width = 512;
var options = ""; // further ones of OneModel Denoise; they win over those above

// Of the figure: its image, the panels in it, and pixels of the figure per pixel of the image.
var figure = 0;
var panelHeight = 0;
var strip = 0;
var gap = 0;
var fontSize = 0;
var scale = 1;
// The enlarged part in pixels of the image, and its place on a panel.
var cropX = -1;
var cropY = -1;
var cropWidth = 0;
var cropHeight = 0;
var insetX = 0;
var insetY = 0;
var insetWidth = 0;
var insetHeight = 0;

if (nImages == 0) exit("There is no image; open one first.");
readOptions();
if (selectionType() >= 0 && selectionType() <= 4)
    getSelectionBounds(cropX, cropY, cropWidth, cropHeight);
getPixelSize(unit, pixelWidth, pixelHeight);
title = File.getNameWithoutExtension(getTitle());
before = is("Batch Mode");
setBatchMode(true);
input = getImageID();
addOption("model", model);
addOption("device", device);
addOption("noise", noise);
run("OneModel Denoise...", options + " residual=" + residual
        + " region=whole slices=current frames=current");
result = getImageID();
plane = shownPlane(input);
getMinAndMax(low, high);

scale = width / getWidth();
panelHeight = maxOf(1, round(getHeight() * scale));
gap = maxOf(4, round(width / 64));
fontSize = maxOf(10, round(width / 22));
strip = fontSize + gap;
if (zoom > 0) placeInset(result);
panels = 2;
if (residual == "yes") panels = 3;
newImage(title + "-before-after", "RGB white", panels * (width + gap) - gap, strip + panelHeight, 1);
figure = getImageID();
addPanel(plane, "Input", 0, low, high);
addPanel(result, "Denoised", 1, low, high);
if (residual == "yes") {
    difference = residualOf(title);
    getMinAndMax(low, high);
    label = "Residual";
    if (!is("composite") && bitDepth() != 24)
        label += ", " + brief(low) + " to " + brief(high);
    addPanel(difference, label, 2, low, high);
}
if (indexOf(unit, "pixel") < 0) {
    for (i = 0; i < panels; i++) addScaleBar(i * (width + gap), unit, pixelWidth);
}
run("Select None");
if (!before) setBatchMode("exit and display");

function addOption(key, word) {
    if (indexOf(" " + options, " " + key + "=") < 0) options += " " + key + "=[" + word + "]";
}

// All channels of the plane that an image shows.
function shownPlane(image) {
    selectImage(image);
    Stack.getPosition(channel, slice, frame);
    Stack.getDimensions(w, h, channels, slices, frames);
    single = "" + getSliceNumber();
    saved = selectionType() >= 0;
    if (saved) Roi.getCoordinates(x, y);
    run("Select None");
    if (slices * frames == 1)
        run("Duplicate...", "title=plane duplicate");
    else if (Stack.isHyperstack)
        run("Duplicate...", "title=plane duplicate channels=1-" + channels + " slices=" + slice
                + " frames=" + frame);
    else
        run("Duplicate...", "title=plane duplicate range=" + single + "-" + single);
    plane = getImageID();
    if (saved) {
        selectImage(image);
        run("Restore Selection");
        selectImage(plane);
    }
    return plane;
}

// Selects the image beside the result, which the command named after the input.
function residualOf(name) {
    for (n = nImages; n >= 1; n--) {
        selectImage(n);
        if (indexOf(getTitle(), name + "-residual") == 0) return getImageID();
    }
    exit("OneModel Denoise gave no residual.");
}

// Without a selection, what is enlarged is where the result varies most, of nine by nine places.
function placeInset(image) {
    selectImage(image);
    w = getWidth();
    h = getHeight();
    if (cropWidth == 0) {
        side = maxOf(1, round(0.42 * minOf(width, panelHeight) / zoom / scale));
        side = minOf(side, minOf(w, h));
        cropWidth = side;
        cropHeight = side;
        most = -1;
        for (row = 0; row < 9; row++) {
            for (column = 0; column < 9; column++) {
                x = round(column * (w - side) / 8);
                y = round(row * (h - side) / 8);
                makeRectangle(x, y, side, side);
                getStatistics(area, mean, min, max, deviation);
                if (deviation > most) {
                    most = deviation;
                    cropX = x;
                    cropY = y;
                }
            }
        }
        run("Select None");
    }
    // A large selection is enlarged less, so that the inset leaves half of the panel free.
    zoom = minOf(zoom, minOf(0.5 * width / scale / cropWidth, 0.5 * panelHeight / scale / cropHeight));
    insetWidth = maxOf(1, round(cropWidth * scale * zoom));
    insetHeight = maxOf(1, round(cropHeight * scale * zoom));
    insetX = 0; // in the corner that is farthest from what it shows
    if (cropX + cropWidth / 2 < w / 2) insetX = width - insetWidth;
    insetY = 0;
    if (cropY + cropHeight / 2 < h / 2) insetY = panelHeight - insetHeight;
}

// Draws an image and the inset into the figure; closes the image.
function addPanel(image, label, column, low, high) {
    x = column * (width + gap);
    selectImage(image);
    run("Remove Overlay");
    run("Select None");
    if (!is("composite") && bitDepth() != 24) setMinAndMax(low, high);
    if (bitDepth() != 24) run("RGB Color");
    colour = getImageID(); // a new image, of a composite one
    if (colour != image) {
        selectImage(image);
        close();
        selectImage(colour);
    }
    if (zoom > 0) {
        makeRectangle(cropX, cropY, cropWidth, cropHeight);
        run("Duplicate...", "title=inset");
        inset = getImageID();
        resize(insetWidth, insetHeight);
        selectImage(colour);
        run("Select None");
    }
    resize(width, panelHeight);
    intoFigure(x, strip);
    if (zoom > 0) {
        selectImage(inset);
        intoFigure(x + insetX, strip + insetY);
        line = maxOf(1, round(width / 256));
        setColor("yellow");
        drawFrame(x + cropX * scale, strip + cropY * scale, cropWidth * scale, cropHeight * scale, line);
        drawFrame(x + insetX, strip + insetY, insetWidth, insetHeight, line);
    }
    setColor("black");
    setFont("SansSerif", fontSize, "antialiased");
    setJustification("center");
    drawString(label, x + width / 2, fontSize + 2);
    setJustification("left");
}

// A frame that lies inside of a rectangle.
function drawFrame(x, y, w, h, line) {
    fillRect(x, y, w, line);
    fillRect(x, y + h - line, w, line);
    fillRect(x, y, line, h);
    fillRect(x + w - line, y, line, h);
}

function resize(w, h) {
    method = "None"; // pixels stay pixels
    if (w < getWidth()) method = "Bilinear";
    run("Size...", "width=" + w + " height=" + h + " depth=1 average interpolation=" + method);
}

// Moves the active image into the figure.
function intoFigure(x, y) {
    run("Select All");
    Image.copy;
    close();
    selectImage(figure);
    Image.paste(x, y);
}

// About a fifth of a panel long, where the inset is not.
function addScaleBar(x, unit, pixelWidth) {
    units = width / scale * pixelWidth;
    length = pow(10, Math.floor(Math.log10(units / 4)));
    if (length * 5 <= units / 4) length *= 5;
    else if (length * 2 <= units / 4) length *= 2;
    pixels = round(length / pixelWidth * scale);
    thickness = maxOf(2, round(width / 100));
    right = zoom <= 0 || insetX == 0;
    if (zoom > 0 && insetY == 0) right = !right;
    left = x + 2 * gap;
    if (right) left = x + width - 2 * gap - pixels;
    bottom = strip + panelHeight - 2 * gap;
    makeRectangle(left, bottom - thickness - fontSize, pixels, thickness + fontSize);
    getStatistics(area, mean);
    run("Select None");
    ink = "white";
    outline = "black";
    if (mean > 140) {
        ink = "black";
        outline = "white";
    }
    text = "" + length + " " + symbol(unit);
    setFont("SansSerif", round(0.8 * fontSize), "antialiased bold");
    setJustification("center");
    setColor(outline);
    fillRect(left - 1, bottom - thickness - 1, pixels + 2, thickness + 2);
    for (dx = -1; dx <= 1; dx++) {
        for (dy = -1; dy <= 1; dy++)
            drawString(text, left + pixels / 2 + dx, bottom - thickness - 3 + dy);
    }
    setColor(ink);
    fillRect(left, bottom - thickness, pixels, thickness);
    drawString(text, left + pixels / 2, bottom - thickness - 3);
    setJustification("left");
}

function symbol(unit) {
    if (unit == "micron" || unit == "microns" || unit == "um") return fromCharCode(181) + "m";
    return unit;
}

function brief(number) {
    if (abs(number) < 10) return d2s(number, 2);
    return d2s(number, 0);
}

function readOptions() {
    text = getArgument();
    if (text == "") text = "" + call("ij.Macro.getOptions");
    if (text == "null") {
        ask();
    } else {
        model = call("ij.Macro.getValue", text, "model", model);
        device = call("ij.Macro.getValue", text, "device", device);
        noise = call("ij.Macro.getValue", text, "noise", noise);
        residual = call("ij.Macro.getValue", text, "residual", residual);
        zoom = parseFloat(call("ij.Macro.getValue", text, "zoom", "" + zoom));
        width = parseInt(call("ij.Macro.getValue", text, "width", "" + width));
        options = call("ij.Macro.getValue", text, "options", options);
    }
    if (residual != "yes" && residual != "no")
        exit("The residual is '" + residual + "'; give yes or no.");
    if (isNaN(zoom) || zoom < 0) exit("The zoom must be 0 or more.");
    if (isNaN(width) || width < 64) exit("The width of a panel must be 64 pixels or more.");
}

// The recorder takes the first word of each label for the key, in lower case.
function ask() {
    Dialog.create("OneModel Before After");
    Dialog.addChoice("Model", split(call("org.onemodel.ij1.Batch.models"), "\n"), model);
    Dialog.addChoice("Device", newArray("auto", "cpu", "gpu"), device);
    Dialog.addChoice("Noise", newArray("auto", "gaussian", "poisson", "none"), noise);
    Dialog.addChoice("Residual beside them", newArray("no", "yes"), residual);
    Dialog.addNumber("Zoom of the inset (0 = none)", zoom);
    Dialog.addNumber("Width of a panel in pixels", width);
    Dialog.addString("Options of OneModel Denoise", options, 30);
    Dialog.show();
    model = Dialog.getChoice();
    device = Dialog.getChoice();
    noise = Dialog.getChoice();
    residual = Dialog.getChoice();
    zoom = Dialog.getNumber();
    width = Dialog.getNumber();
    options = Dialog.getString();
}
