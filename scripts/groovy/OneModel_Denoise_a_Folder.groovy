// Denoises the images of a folder, and of the folders in it if you like. An image that fails is
// named in the report, and the next one follows. Esc stops between two tiles.
//
// Without a display:
//   ImageJ-linux64 --ij2 --headless --console --run OneModel_Denoise_a_Folder.groovy \
//       'input="/data/noisy",output="/data/denoised",recursive=true,exit=true'
// The exit code is then 0, or 1 if an image failed.

#@ File (label = "Input (folder of noisy images)", style = "directory", persist = false) input
#@ File (label = "Output (folder for the results)", style = "directory", persist = false) output
#@ Boolean (label = "Recursive (folders inside, too)", value = false, persist = false) recursive
#@ String (label = "Model (name or path)", value = "compact-denoise", persist = false) model
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ String (label = "Noise", choices = {"auto", "gaussian", "poisson", "none"}, value = "auto", persist = false) noise
#@ Boolean (label = "Exit (end ImageJ afterwards, for runs without a display)", value = false, persist = false) exit
#@ OneModelService onemodel
#@ LogService log
#@output File report
#@output Integer failed

import ij.IJ
import ij.ImagePlus
import ij.io.FileSaver
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CancellationException
import org.onemodel.files.WholeFile
import org.onemodel.image.ImageOpener
import org.onemodel.restore.RestoreOptions

failed = 0
try {
    report = denoiseAll()
} catch (Exception e) {
    if (!exit) {
        throw e
    }
    log.error(e.message)
    System.exit(1)
}
if (exit) {
    System.exit(failed == 0 ? 0 : 1)
}

File denoiseAll() {
    def from = input.toPath().toRealPath()
    def to = Files.createDirectories(output.toPath()).toRealPath()
    if (from == to) {
        throw new IllegalArgumentException("Input and output are the same folder, $from; choose another one for the results.")
    }
    def images = imagesIn(from, to)
    if (images.isEmpty()) {
        throw new IllegalArgumentException("There is no image in $from; give a folder of TIFF, PNG or JPEG files.")
    }
    // Two images such as cells.tif and cells.png may not get the same result.
    def names = images.countBy { it.resolveSibling(stem(it)) }
    def options = RestoreOptions.defaults().withModel(model).withDevice(device)
            .withNoiseWords(noise, "auto", "auto", "auto", "auto")
    def file = to.resolve("report.tsv").toFile()
    IJ.resetEscape()
    file.withWriter("UTF-8") { lines ->
        lines.writeLine("image\tstate\twidth\theight\tplanes\tseconds\tresult or reason")
        images.eachWithIndex { image, i ->
            def name = names[image.resolveSibling(stem(image))] == 1 ? stem(image) : image.fileName.toString()
            def target = to.resolve(from.relativize(image)).resolveSibling(name + "-denoised.tif")
            lines.writeLine(from.relativize(image).toString() + "\t" + denoise(image, target, options))
            lines.flush() // what is done is told, whatever happens to the next
            log.info("Image ${i + 1} of ${images.size()} is done: $image")
        }
    }
    if (failed > 0) {
        log.warn("$failed of ${images.size()} images failed; $file names them.")
    }
    return file
}

/** What the report says of an image. */
String denoise(Path image, Path target, RestoreOptions options) {
    def start = System.nanoTime()
    try {
        def noisy = ImageOpener.open(image).orElseThrow {
            new IOException("ImageJ does not know its format.")
        }
        def denoised = onemodel.denoise(noisy, options) { IJ.escapePressed() }
        Files.createDirectories(target.parent)
        new WholeFile(target).write { file -> save(denoised, file) }
        def seconds = String.format(Locale.ROOT, "%.2f", (System.nanoTime() - start) / 1e9)
        return ["done", noisy.width, noisy.height, noisy.stackSize, seconds, target].join("\t")
    } catch (CancellationException e) {
        throw e // the user wants no more of them
    } catch (Exception | OutOfMemoryError e) {
        failed++
        log.warn("$image failed: $e.message")
        return ["failed", "", "", "", "", e.message.replaceAll(/\s+/, " ")].join("\t")
    }
}

void save(ImagePlus image, Path file) {
    def saver = new FileSaver(image)
    def saved = image.stackSize > 1 ? saver.saveAsTiffStack("$file") : saver.saveAsTiff("$file")
    if (!saved) {
        throw new IOException("The result could not be written; check that the disk has space left.")
    }
}

List<Path> imagesIn(Path folder, Path results) {
    return Files.walk(folder, recursive ? Integer.MAX_VALUE : 1).withCloseable { files ->
        files.filter { Files.isRegularFile(it) && !it.startsWith(results) }
                .filter { !it.fileName.toString().startsWith(".") }
                .filter { it.toString().toLowerCase() ==~ /.*\.(tiff?|png|jpe?g|gif|bmp|pgm|fits?|dcm)/ }
                .sorted()
                .collect()
    }
}

String stem(Path file) {
    return file.fileName.toString().replaceFirst(/\.[^.]*$/, "")
}
