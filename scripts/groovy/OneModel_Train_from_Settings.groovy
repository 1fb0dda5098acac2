// Trains a model from a YAML file of settings, some of which may be replaced here, and writes each
// line of its history into the log. Esc ends the run; with Resume it goes on from its last snapshot.
//
// Without a display:
//   ImageJ-linux64 --ij2 --headless --console --run OneModel_Train_from_Settings.groovy \
//       'settings="/data/fast-fit.yaml",set="data.images=/data/images; iterations=500",exit=true'

#@ File (label = "Settings (YAML file)", persist = false) settings
#@ String (label = "Set (key=value; key=value)", value = "", persist = false, required = false) set
#@ Boolean (label = "Resume (from the last snapshot, if there is one)", value = false, persist = false) resume
#@ Boolean (label = "Exit (end ImageJ afterwards, for runs without a display)", value = false, persist = false) exit
#@ OneModelService onemodel
#@ LogService log
#@output File bundle
#@output Double psnr

import ij.IJ
import org.onemodel.train.ProgressWords
import org.onemodel.train.TrainingListener
import org.scijava.log.LogService

/** Tells how the run goes; called between its steps. */
class Listener implements TrainingListener {
    LogService log

    void logged(TrainingListener.Line line) {
        log.info("Training " + ProgressWords.of(line))
    }

    void validated(int iteration, Map<String, Double> figures, boolean best) {
        log.info("Validation at $iteration: " + ProgressWords.ofValidation(figures) + (best ? ", the best so far" : ""))
    }

    TrainingListener.Control control() {
        return IJ.escapePressed() ? TrainingListener.Control.CANCEL : TrainingListener.Control.GO_ON
    }
}

try {
    overrides = (set ?: "").split(";").findAll { !it.isBlank() }.collectEntries {
        sides = it.split("=", 2)*.strip()
        if (sides.size() < 2) {
            throw new IllegalArgumentException("The setting '$it' is not key=value; separate several by semicolons.")
        }
        [(sides[0]): sides[1]]
    }
    IJ.resetEscape()
    trained = onemodel.train(settings.toPath(), overrides, resume, new Listener(log: log))
    bundle = trained.bundle().toFile()
    psnr = trained.measured().values().max()
} catch (Exception e) {
    if (!exit) {
        throw e
    }
    log.error(e.message)
    System.exit(1)
}
if (exit) {
    System.exit(0)
}
