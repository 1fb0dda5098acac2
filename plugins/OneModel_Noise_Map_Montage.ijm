// Shows the noise maps of the active image's plane side by side, coarse to fine, each with its label.
//
// In a macro, with any of these options:
//     run("OneModel Noise Map Montage", "model=compact-denoise device=auto mode=raw columns=0 width=200");
// columns=0 makes the montage about square; width is that of a map in pixels.
// Raw maps are shown from three standard deviations below their mean to three above, each by itself;
// normalized ones all from -3 to 3.

var model = "compact-denoise";
var device = "auto";
var mode = "raw";
var columns = 0;
var width = 200;

if (nImages == 0) exit("There is no image; open one first.");
readOptions();
title = File.getNameWithoutExtension(getTitle());
before = is("Batch Mode");
setBatchMode(true);
run("OneModel Export Noise Maps...", "model=[" + model + "] device=" + device + " mode=" + mode);
maps = getImageID();
count = nSlices;
height = maxOf(1, round(width * getHeight() / getWidth()));
if (columns <= 0) columns = Math.ceil(sqrt(count));
columns = minOf(columns, count);
rows = Math.ceil(count / columns);
gap = 6;
fontSize = maxOf(9, round(width / 17));
strip = 2 * fontSize + 10;
newImage(title + "-noise-map-montage", "RGB white", columns * (width + gap) + gap,
        rows * (height + strip + gap) + gap, 1);
montage = getImageID();
for (i = 0; i < count; i++) {
    selectImage(maps);
    setSlice(i + 1);
    label = split(getInfo("slice.label"), ","); // number, size, layer
    getStatistics(area, mean, min, max, deviation);
    low = -3;
    high = 3;
    if (mode == "raw") {
        low = mean - 3 * deviation;
        high = mean + 3 * deviation;
    }
    run("Duplicate...", "title=map");
    setMinAndMax(low, high);
    run("RGB Color");
    run("Size...", "width=" + width + " height=" + height + " depth=1 average interpolation=Bilinear");
    run("Select All");
    Image.copy;
    close();
    selectImage(montage);
    x = gap + (i % columns) * (width + gap);
    y = gap + Math.floor(i / columns) * (height + strip + gap);
    Image.paste(x, y + strip);
    setColor("black");
    text = label[0] + "," + label[1];
    size = fontSize;
    setFont("SansSerif", size, "antialiased bold");
    while (size > 6 && getStringWidth(text) > width) {
        size--;
        setFont("SansSerif", size, "antialiased bold");
    }
    drawString(text, x, y + fontSize + 2);
    setFont("SansSerif", fontSize, "antialiased");
    drawString(d2s(low, 2) + " to " + d2s(high, 2), x, y + 2 * fontSize + 5);
}
selectImage(maps);
close();
selectImage(montage);
run("Select None");
if (!before) setBatchMode("exit and display");

function readOptions() {
    text = getArgument();
    if (text == "") text = "" + call("ij.Macro.getOptions");
    if (text == "null") {
        ask();
    } else {
        model = call("ij.Macro.getValue", text, "model", model);
        device = call("ij.Macro.getValue", text, "device", device);
        mode = call("ij.Macro.getValue", text, "mode", mode);
        columns = parseInt(call("ij.Macro.getValue", text, "columns", "" + columns));
        width = parseInt(call("ij.Macro.getValue", text, "width", "" + width));
    }
    if (isNaN(columns) || columns < 0) exit("The number of columns must be 0 or more.");
    if (isNaN(width) || width < 16) exit("The width of a map must be 16 pixels or more.");
}

// The recorder takes the first word of each label for the key, in lower case.
function ask() {
    Dialog.create("OneModel Noise Map Montage");
    Dialog.addChoice("Model", split(call("org.onemodel.ij1.Batch.models"), "\n"), model);
    Dialog.addChoice("Device", newArray("auto", "cpu", "gpu"), device);
    Dialog.addChoice("Mode", newArray("raw", "normalized"), mode);
    Dialog.addNumber("Columns (0 = about square)", columns);
    Dialog.addNumber("Width of a map in pixels", width);
    Dialog.show();
    model = Dialog.getChoice();
    device = Dialog.getChoice();
    mode = Dialog.getChoice();
    columns = Dialog.getNumber();
    width = Dialog.getNumber();
}
