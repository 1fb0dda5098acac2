// Decodes the plane that an image shows several times, with some of its noise maps, or all, multiplied
// by more and more: a stack with one slice a factor, to see which details a noise map carries.
// The chosen maps are multiplied together; OneModel Noise Sweep... in the menu multiplies each alone.

#@ ImagePlus image
#@ String (label = "Map (all, or numbers from 0, the coarsest)", value = "all", persist = false) map
#@ Double (label = "From (first factor)", value = 0, persist = false) from
#@ Double (label = "To (last factor)", value = 2, persist = false) to
#@ Integer (label = "Steps", value = 9, persist = false) steps
#@ String (label = "Model (name or path)", value = "compact-denoise", persist = false) model
#@ String (label = "Device", choices = {"auto", "cpu", "gpu"}, value = "auto", persist = false) device
#@ OneModelService onemodel
#@output ImagePlus series

import ij.IJ
import ij.ImagePlus
import ij.ImageStack
import org.onemodel.explore.NoiseMapSelection
import org.onemodel.restore.RestoreOptions

if (steps < 2) {
    throw new IllegalArgumentException("There are $steps steps; give at least 2.")
}
maps = NoiseMapSelection.parse(map)
options = RestoreOptions.defaults().withModel(model).withDevice(device)
        .withImageWords("current", "current", "current", "whole", "stack", "same")

IJ.resetEscape()
stack = new ImageStack(image.width, image.height)
for (i in 0..<steps) {
    factor = from + (to - from) * i / (steps - 1)
    scaled = onemodel.scaleNoise(image, options, maps, factor) { IJ.escapePressed() }
    stack.addSlice(String.format(Locale.ROOT, "map %s, factor %.3f", map, factor), scaled.getProcessor())
}

series = new ImagePlus(image.shortTitle + "-noise-strength", stack)
series.calibration = image.calibration.copy()
series.setDisplayRange(image.displayRangeMin, image.displayRangeMax)
