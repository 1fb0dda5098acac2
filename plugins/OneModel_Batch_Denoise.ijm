// Denoises all images of a folder and writes a report, report.tsv, beside the results.
//
// From the menu it asks. The recorder writes, and a macro calls,
//     run("OneModel Batch Denoise", "input=[/my images] output=[/my results] subfolders=yes");
// On a command line the argument is either such options, or
//     INPUT,OUTPUT   or   INPUT,OUTPUT,OPTIONS
// with folders that have no comma in their names, and the options of the command below.
//
// A file that fails is named in the report, and the next one follows. If any failed, a run without
// a window ends with exit code 1. See docs/macros.md.

command = "OneModel Denoise..."; // or OneModel Reconstruct..., OneModel Scale Noise...
suffix = "-denoised";

// ImageJ's macro language cannot catch a failure; this class of OneModel answers with it instead.
var batch = "org.onemodel.ij1.Batch.";

var input = "";
var output = "";
var subfolders = "no";
var resume = "no";
var model = "compact-denoise";
var device = "auto";
var noise = "auto";
var extensions = "tif tiff dcm dicom fits fit fts pgm ppm pbm pnm png jpg jpeg gif bmp avi zip";
var options = ""; // further ones of the command; they win over those above
var exitCode = "yes"; // whether a run without a window ends ImageJ when a file failed

readArguments();
addOption("model", model);
addOption("device", device);
if (command == "OneModel Denoise...") addOption("noise", noise);
if (indexOf(options, "residual=yes") >= 0)
    stop("A batch makes no residual images; leave out residual=yes.");
list = call(batch + "files", input, output, subfolders, suffix);
if (startsWith(list, "Error: ")) stop(substring(list, 7));
refusal = call(batch + "check", command, options);
if (refusal != "") stop(refusal);
report = output + "report.tsv";
refusal = call(batch + "openReport", report, resume);
if (refusal != "") stop(refusal);

setBatchMode(true); // what readers of other plugins show stays unseen
lines = newArray(0);
if (list != "") lines = split(list, "\n");
done = 0;
kept = 0;
skipped = 0;
failed = "";
failures = 0;
canceled = false;
start = getTime();
for (i = 0; i < lines.length && !canceled; i++) {
    names = split(lines[i], "\t");
    source = input + names[0];
    result = output + names[1];
    showProgress(i, lines.length);
    showStatus("OneModel batch: " + (i + 1) + " of " + lines.length + ", " + names[0]);
    if (!isWanted(names[0])) {
        outcome = "skipped\tThe name does not end with one of the extensions asked for.";
        skipped++;
    } else if (resume == "yes" && isDone(source, result)) {
        outcome = "kept\tThe result was there, and newer than the image.";
        kept++;
    } else {
        outcome = call(batch + "restore", command, source, result, options);
        if (startsWith(outcome, "done\t")) {
            done++;
        } else if (startsWith(outcome, "canceled\t")) {
            canceled = true;
        } else {
            failures++;
            failed += "\n    " + names[0] + ": " + substring(outcome, indexOf(outcome, "\t") + 1);
        }
    }
    refusal = call(batch + "report", report, names[0], names[1], outcome);
    if (refusal != "") stop(refusal);
}
showProgress(1);
summary = "OneModel batch: " + done + " done, " + kept + " kept, " + skipped + " skipped, "
        + failures + " failed, in " + d2s((getTime() - start) / 60000, 1) + " minutes.";
if (canceled) summary += " It was canceled after " + (i - 1) + " of " + lines.length + " files.";
if (failures > 0) summary += " Failed:" + failed;
print(summary + "\nOneModel batch: report " + report);
if ((failures > 0 || canceled) && exitCode == "yes") call(batch + "exit", "1");
return summary;

function readArguments() {
    text = getArgument();
    if (text == "") text = "" + call("ij.Macro.getOptions");
    comma = indexOf(text, ",");
    if (startsWith(text, "input=") || indexOf(text, " input=") >= 0) {
        input = value(text, "input", input);
        output = value(text, "output", output);
        subfolders = value(text, "subfolders", subfolders);
        resume = value(text, "resume", resume);
        model = value(text, "model", model);
        device = value(text, "device", device);
        noise = value(text, "noise", noise);
        extensions = value(text, "extensions", extensions);
        options = value(text, "options", options);
        exitCode = value(text, "exit", exitCode);
    } else if (comma >= 0) {
        input = substring(text, 0, comma);
        output = substring(text, comma + 1);
        comma = indexOf(output, ",");
        if (comma >= 0) {
            options = substring(output, comma + 1);
            output = substring(output, 0, comma);
        }
    } else if (text == "null" && call(batch + "headless") == "no") {
        ask();
    }
    if (input == "" || output == "")
        stop("Two folders are needed; give input=[...] output=[...], or INPUT,OUTPUT.");
    input = folder(input);
    output = folder(output);
    checkWord("subfolders", subfolders);
    checkWord("resume", resume);
    checkWord("exit", exitCode);
}

function addOption(key, word) {
    if (indexOf(" " + options, " " + key + "=") < 0) options += " " + key + "=[" + word + "]";
}

function value(text, key, otherwise) {
    return call("ij.Macro.getValue", text, key, otherwise);
}

function checkWord(key, word) {
    if (word != "yes" && word != "no") stop("The " + key + " is '" + word + "'; give yes or no.");
}

// The recorder takes the first word of each label for the key, in lower case.
function ask() {
    words = newArray("no", "yes");
    Dialog.create("OneModel Batch Denoise");
    Dialog.addDirectory("Input folder", call("ij.Prefs.get", "onemodel.batch.input", ""), 40);
    Dialog.addDirectory("Output folder", call("ij.Prefs.get", "onemodel.batch.output", ""), 40);
    Dialog.addChoice("Subfolders too", words, subfolders);
    Dialog.addChoice("Resume (leave what is done)", words, resume);
    Dialog.addChoice("Model", split(call(batch + "models"), "\n"), model);
    Dialog.addChoice("Device", newArray("auto", "cpu", "gpu"), device);
    Dialog.addChoice("Noise", newArray("auto", "gaussian", "poisson", "none"), noise);
    Dialog.addString("Extensions of images", extensions, 40);
    Dialog.addString("Options of OneModel Denoise", options, 40);
    Dialog.show();
    input = Dialog.getString();
    output = Dialog.getString();
    subfolders = Dialog.getChoice();
    resume = Dialog.getChoice();
    model = Dialog.getChoice();
    device = Dialog.getChoice();
    noise = Dialog.getChoice();
    extensions = Dialog.getString();
    options = Dialog.getString();
    call("ij.Prefs.set", "onemodel.batch.input", input);
    call("ij.Prefs.set", "onemodel.batch.output", output);
}

function folder(path) {
    if (endsWith(path, "/") || endsWith(path, "\\")) return path;
    return path + File.separator;
}

function isWanted(name) {
    dot = lastIndexOf(name, ".");
    extension = toLowerCase(substring(name, dot + 1));
    wanted = " " + toLowerCase(extensions) + " ";
    if (extensions == "all") return true;
    if (dot < 0) return false;
    if (indexOf(wanted, " " + extension + " ") >= 0) return true;
    return false;
}

function isDone(source, result) {
    if (!File.exists(result)) return false;
    if (File.lastModified(result) < File.lastModified(source)) return false;
    return true;
}

function stop(message) {
    if (call(batch + "headless") == "yes") print("OneModel batch: " + message);
    if (exitCode == "yes") call(batch + "exit", "1");
    exit(message);
}
