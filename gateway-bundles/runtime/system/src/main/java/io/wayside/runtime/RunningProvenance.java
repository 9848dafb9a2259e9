// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.core.record.Provenance;
import io.wayside.core.record.ProvenanceSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Release and configuration in force, for the records made from now on. */
@Component(service = {ProvenanceSource.class, RunningProvenance.class})
public final class RunningProvenance implements ProvenanceSource {

  private static final String UNKNOWN = "unknown";

  private volatile Provenance current;

  @Activate
  public RunningProvenance(BundleContext context) {
    this(context.getProperty("wayside.release"));
  }

  RunningProvenance(@Nullable String release) {
    this.current = new Provenance(release == null ? UNKNOWN : release, UNKNOWN, "none");
  }

  @Override
  public Provenance current() {
    return current;
  }

  /** Another configuration is in force. */
  void configured(String hash) {
    current = new Provenance(current.release(), hash, current.calibration());
  }
}
