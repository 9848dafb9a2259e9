// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.core.command.CommandPath;
import io.wayside.core.data.GarbledData;
import io.wayside.core.time.TimeSource;
import io.wayside.runtime.command.CommandText;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands from the launcher's control socket: JSON in, JSON out. */
@Component(service = Function.class, property = "wayside.role=command")
public final class CommandIntake implements Function<String, String> {

  private final CommandPath path;
  private final TimeSource time;

  @Activate
  public CommandIntake(@Reference CommandPath path, @Reference TimeSource time) {
    this.path = path;
    this.time = time;
  }

  @Override
  public String apply(String json) {
    try {
      return CommandText.write(path.submit(CommandText.read(json, time.now().wall())));
    } catch (GarbledData garbled) {
      return CommandText.refused("garbled", String.valueOf(garbled.getMessage()));
    }
  }
}
