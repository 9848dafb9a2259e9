// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The lines of the site: devices with the same link share one, and its lock. */
@Component(service = Lines.class)
public final class Lines {

  private final LinkService links;
  private final TimeSource time;
  private final Map<String, Shared> lines = new HashMap<>();

  @Activate
  public Lines(@Reference LinkService links, @Reference TimeSource time) {
    this.links = links;
    this.time = time;
  }

  /**
   * A line, opened for the first device that wants it; to be given back.
   *
   * @throws IllegalArgumentException when another device speaks to the same link in another way
   */
  synchronized Line take(LinkAddress address, LineSettings settings) {
    String key = LinkAddresses.print(address);
    Shared shared = lines.get(key);
    if (shared == null) {
      shared = new Shared(new Line(key, () -> links.open(address), settings, time), settings);
      lines.put(key, shared);
      shared.line.start();
    }
    if (!shared.settings.equals(settings)) {
      throw new IllegalArgumentException(
          "%s: devices on one line need the same framing, silence and retry times; %s differs from %s"
              .formatted(key, settings, shared.settings));
    }
    shared.users++;
    return shared.line;
  }

  synchronized void giveBack(Line line) {
    Shared shared = lines.get(line.address());
    if (shared != null && shared.line == line && --shared.users == 0) {
      lines.remove(line.address());
      line.close();
    }
  }

  @Deactivate
  synchronized void close() {
    lines.values().forEach(shared -> shared.line.close());
    lines.clear();
  }

  private static final class Shared {
    private final Line line;
    private final LineSettings settings;
    private int users;

    Shared(Line line, LineSettings settings) {
      this.line = line;
      this.settings = settings;
    }
  }
}
