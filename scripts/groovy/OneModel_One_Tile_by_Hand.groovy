// The networks themselves, on one tile in the middle of an image: normalise, encode, look at the
// embedding, change it, decode, and back to grey values. Everything else in OneModel does this for
// many tiles and blends them.

#@ ImagePlus image
#@ Double (label = "Factor (for all noise maps; 1 = unchanged)", value = 1, persist = false) factor
#@ String (label = "Model (name or path)", value = "compact-denoise", persist = false) model
#@ OneModelService onemodel
#@ LogService log
#@output ImagePlus tile
#@output ImagePlus decoded
#@output String shapes

import ai.djl.ndarray.types.Shape
import ij.ImagePlus
import ij.process.FloatProcessor
import org.onemodel.image.ImagePlanes
import org.onemodel.image.Normalizations
import org.onemodel.image.Percentiles
import org.onemodel.restore.RestoreOptions

onemodel.compute("One tile", RestoreOptions.defaults().withModel(model)) { autoencoder, description, progress ->
    def side = autoencoder.decoder().size()
    if (image.width < side || image.height < side) {
        throw new IllegalArgumentException("The image is smaller than a tile of $side x $side pixels; give a larger one.")
    }
    def pixels = image.getProcessor().convertToFloatProcessor()
    pixels.setRoi((image.width - side).intdiv(2), (image.height - side).intdiv(2), side, side)
    tile = new ImagePlus("tile", pixels.crop())
    def range = Normalizations.of(new ImagePlanes(tile), Percentiles.DEFAULT) // becomes [-1, 1]

    autoencoder.manager().newSubManager().withCloseable { manager -> // frees all tensors below
        def grey = manager.create(range.normalize(tile.getProcessor().pixels as float[]), new Shape(1, 1, side, side))
        def embedding = autoencoder.encode(grey.repeat(1, 3)) // [1, 3, S, S]
        shapes = "latent code ${embedding.latent().shape}, noise maps " + embedding.noiseMaps()*.shape.join(" ")
        def images = autoencoder.decode(embedding.scaleNoiseMaps(factor)) // [1, 3, S, S]
        def values = images.mean([1] as int[]).toFloatArray() // three channels of grey are one
        decoded = new ImagePlus("decoded", new FloatProcessor(side, side, range.denormalize(values)))
    }
}
log.info(shapes)
