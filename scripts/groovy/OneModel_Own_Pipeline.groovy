// A pipeline of one's own on the parts of OneModel: image -> normalised tiles -> encoder -> embedding
// (latent code and noise maps) -> a change -> decoder -> blended image. Here the fine noise maps,
// which carry what is smaller than a few pixels, are multiplied by a factor.
//
// The service keeps the model; the script borrows it for one computation.

#@ ImagePlus image
#@ Integer (label = "Finer (maps from this one on are changed; 0 is the coarsest)", value = 2, persist = false) finer
#@ Double (label = "Factor (1 = unchanged, 0 = none)", value = 0.5, persist = false) factor
#@ String (label = "Model (name or path)", value = "compact-denoise", persist = false) model
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ OneModelService onemodel
#@ LogService log
#@output ImagePlus edited
#@output ImagePlus maps
#@output String strengths

import ij.IJ
import ij.ImagePlus
import ij.process.FloatProcessor
import net.imglib2.img.array.ArrayImgs
import org.onemodel.embedding.Embedding
import org.onemodel.explore.maps.MapValues
import org.onemodel.explore.maps.NoiseMapFormat
import org.onemodel.explore.maps.NoiseMaps
import org.onemodel.restore.RestoreOptions
import org.onemodel.restore.Restorer

// Any RandomAccessibleInterval of real numbers will do; this one is the plane that the image shows.
plane = image.getProcessor().convertToFloatProcessor()
img = ArrayImgs.floats(plane.pixels, image.width, image.height)

options = RestoreOptions.defaults().withModel(model).withDevice(device)
squares = [:].withDefault { [] } // mean square of each noise map, tile by tile

IJ.resetEscape()
onemodel.compute("Own pipeline", options, { IJ.escapePressed() }) { autoencoder, description, progress ->
    // Called for each batch of tiles; the tensors live until the batch is done.
    def change = { Embedding embedding ->
        embedding.noiseMaps().eachWithIndex { map, i ->
            squares[i] << map.square().mean().getFloat() // map: [tiles, 1, r, r]
        }
        for (i in finer..<embedding.noiseMaps().size()) {
            embedding = embedding.scaleNoiseMap(i, factor)
        }
        embedding
    }
    def restorer = new Restorer(autoencoder, description.tile(), options).withEdit(change)
    def result = restorer.restore(img, progress.part(0, 2, "decoding")) // Img<FloatType>
    edited = new ImagePlus(image.shortTitle + "-edited", new FloatProcessor(image.width, image.height))
    def values = edited.getProcessor().pixels
    def cursor = result.cursor() // row by row, as ImageJ has its pixels
    for (i in 0..<values.length) {
        values[i] = cursor.next().get()
    }

    def reader = new NoiseMaps(autoencoder, description.tile(), options)
    def format = NoiseMapFormat.DEFAULT.withValues(MapValues.NORMALIZED)
    maps = reader.of(new ImagePlus(image.title, plane), format, progress.part(1, 2, "reading noise maps"))[0]
    null
}

edited.calibration = image.calibration.copy()
strengths = squares.collect { i, means ->
    String.format(Locale.ROOT, "map %d: %.4f", i, Math.sqrt(means.sum() / means.size()))
}.join(", ")
log.info("Root mean square of the noise maps: $strengths")
