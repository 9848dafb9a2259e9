// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.runtime.config.ConfigurationChange;
import io.wayside.runtime.config.ConfigurationStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes the configurations of a site document from the launcher, by PID, and applies what differs.
 * Only JDK types cross, because the launcher's classes are not those of the bundles.
 */
@Component(
    service = {Function.class, ConfigurationIntake.class},
    property = "wayside.role=configuration")
public final class ConfigurationIntake
    implements Function<Map<String, Map<String, Object>>, Map<String, String>> {

  /** Not a PID: carries what the configuration as a whole is known by. */
  static final String WHOLE = "io.wayside.configuration";

  private final ConfigurationStore store;
  private final RunningProvenance provenance;
  private volatile Set<String> configured = Set.of();

  @Activate
  public ConfigurationIntake(
      @Reference ConfigurationAdmin admin, @Reference RunningProvenance provenance) {
    this(new AdminStore(admin), provenance);
  }

  ConfigurationIntake(ConfigurationStore store, RunningProvenance provenance) {
    this.store = store;
    this.provenance = provenance;
  }

  @Override
  public synchronized Map<String, String> apply(Map<String, Map<String, Object>> configurations) {
    Map<String, Map<String, Object>> wanted = new TreeMap<>(configurations);
    Map<String, Object> whole = wanted.remove(WHOLE);
    if (whole != null) {
      provenance.configured(String.valueOf(whole.get("hash")));
    }
    configured = Set.copyOf(wanted.keySet());
    try {
      Map<String, String> words = new TreeMap<>();
      ConfigurationChange.apply(wanted, store)
          .forEach((pid, outcome) -> words.put(pid, outcome.word()));
      return words;
    } catch (IOException notStored) {
      throw new UncheckedIOException("the configuration cannot be stored", notStored);
    }
  }

  /** The PIDs that the site document asks for. */
  Set<String> configured() {
    return configured;
  }
}
