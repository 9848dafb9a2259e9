// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears from the launcher that the gateway stops, and why, while the journal is still open. */
@Component(service = Function.class, property = "wayside.role=stopping")
public final class StopIntake implements Function<String, String> {

  private final GatewayRun run;

  @Activate
  public StopIntake(@Reference GatewayRun run) {
    this.run = run;
  }

  @Override
  public String apply(String reason) {
    run.end(reason);
    return "";
  }
}
