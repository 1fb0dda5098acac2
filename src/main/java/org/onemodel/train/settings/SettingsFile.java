/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.train.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@link Settings} from YAML files; no tag in one makes an object. */
public final class SettingsFile {

    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @param file the YAML file
     * @param overrides settings by dotted key, as text in YAML, which replace those of the file
     * @return the settings
     * @throws TrainingException if the file cannot be read or is not valid YAML
     */
    public static Settings read(Path file, Map<String, String> overrides) {
        Settings settings = new Settings(load(file));
        overrides.forEach((key, value) -> settings.set(key, value(key, value)));
        return settings;
    }

    private static Object value(String key, String text) {
        try {
            return yaml().load(text);
        } catch (YAMLException e) {
            throw new TrainingException(
                    "The value of " + key + " is not valid YAML: \"" + text + "\".", e);
        }
    }

    private static Map<?, ?> load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            if (yaml().load(reader) instanceof Map<?, ?> map) {
                return map;
            }
            throw new TrainingException("Configuration " + file + " holds no settings.");
        } catch (IOException e) {
            throw new TrainingException("Configuration " + file + " cannot be read.", e);
        } catch (YAMLException e) {
            String reason = e.getMessage().lines().findFirst().orElse("syntax error");
            throw new TrainingException(
                    "Configuration " + file + " is not valid YAML: " + reason + ".", e);
        }
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
