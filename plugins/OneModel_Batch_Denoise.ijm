// Denoises all TIFF, PNG and JPEG images of a folder and writes a report beside the results.
// Headless: the argument is "INPUT_FOLDER,OUTPUT_FOLDER" or "INPUT_FOLDER,OUTPUT_FOLDER,OPTIONS",
// where OPTIONS are those of the command, such as "model=compact-denoise device=cpu".

options = "model=compact-denoise device=auto tile=0 overlap=0 batch=0";
if (getArgument() == "") {
    input = getDirectory("Folder of noisy images");
    output = getDirectory("Folder for the results");
} else {
    folders = split(getArgument(), ",");
    input = folders[0] + File.separator;
    output = folders[1] + File.separator;
    if (folders.length > 2) options = folders[2];
}
if (File.getName(input) == File.getName(output) && File.getParent(input) == File.getParent(output))
    exit("Input and output are the same folder; choose another one for the results.");

setBatchMode(true);
names = getFileList(input);
report = "image\twidth\theight\tslices\tseconds\n";
for (i = 0; i < names.length; i++) {
    if (!isImage(names[i])) continue;
    showProgress(i, names.length);
    open(input + names[i]);
    start = getTime();
    run("OneModel Denoise...", options);
    seconds = (getTime() - start) / 1000;
    saveAs("tiff", output + File.getNameWithoutExtension(names[i]) + "-denoised.tif");
    report += names[i] + "\t" + getWidth() + "\t" + getHeight() + "\t" + nSlices + "\t"
            + d2s(seconds, 2) + "\n";
    close("*");
}
File.saveString(report, output + "report.tsv");
print("Denoised images and report.tsv are in " + output);

function isImage(name) {
    lower = toLowerCase(name);
    return endsWith(lower, ".tif") || endsWith(lower, ".tiff") || endsWith(lower, ".png")
            || endsWith(lower, ".jpg");
}
