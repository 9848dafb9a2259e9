// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.TimeSource;
import io.wayside.runtime.health.Parts;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The health of all parts as JSON, for the launcher's control socket. */
@Component(service = Supplier.class, property = "wayside.role=health")
public final class HealthReport implements Supplier<String> {

  private final String gateway;
  private final HealthBoard board;
  private final RunningProvenance provenance;
  private final TimeSource time;

  @Activate
  public HealthReport(
      BundleContext context,
      @Reference HealthBoard board,
      @Reference RunningProvenance provenance,
      @Reference TimeSource time) {
    this.gateway = String.valueOf(context.getProperty("wayside.gateway"));
    this.board = board;
    this.provenance = provenance;
    this.time = time;
  }

  @Override
  public String get() {
    Parts parts = board.parts();
    Provenance with = provenance.current();
    return Json.write(
        Value.Fields.with("status", parts.statusWord())
            .and("gateway", gateway)
            .and("release", with.release())
            .and("configuration", with.configuration())
            .and("parts", parts.toValue(time.monotonicNanos()))
            .build());
  }
}
