// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.runtime.health.PartHealth;
import io.wayside.runtime.health.Parts;
import io.wayside.runtime.health.Trouble;
import io.wayside.runtime.health.TroubleHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Gathers the health of all parts, of those too that cannot speak because they do not run. */
@Component(service = HealthBoard.class)
public final class HealthBoard {

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private final List<HealthSource> sources = new CopyOnWriteArrayList<>();

  private final TimeSource time;
  private final ConfigurationIntake configuration;
  private final ComponentTroubles components;
  private final BundleTroubles bundles;
  private final TroubleHistory history = new TroubleHistory();

  @Activate
  public HealthBoard(
      BundleContext context,
      @Reference TimeSource time,
      @Reference ConfigurationIntake configuration,
      @Reference ServiceComponentRuntime components) {
    this.time = time;
    this.configuration = configuration;
    this.components = new ComponentTroubles(components);
    this.bundles = new BundleTroubles(context);
  }

  /** How all parts are now. */
  Parts parts() {
    List<PartHealth> parts = new ArrayList<>();
    for (HealthSource source : sources) {
      parts.add(new PartHealth(source.healthId(), source.health()));
    }
    List<Trouble> troubles = new ArrayList<>(components.find(configuration.configured()));
    troubles.addAll(bundles.find());
    parts.addAll(history.at(troubles, time.monotonicNanos()));
    return Parts.of(parts);
  }
}
