// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.lane.LaneOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person told the lane to be, over a restart: a lane under maintenance does not open by
 * itself because the gateway was restarted.
 */
public final class KeptOrder {

  private static final Logger LOG = LoggerFactory.getLogger(KeptOrder.class);

  private final Path file;

  /**
   * @param file made, with its folder, at the first order
   */
  public KeptOrder(Path file) {
    this.file = file;
  }

  /** The last one; without one, or when it cannot be read, the given one. */
  public LaneOrder last(LaneOrder otherwise) {
    if (!Files.exists(file)) {
      return otherwise;
    }
    try {
      return LaneOrder.valueOf(Files.readString(file).strip().toUpperCase(Locale.ROOT));
    } catch (IOException | IllegalArgumentException damaged) {
      LOG.warn("{} does not say what the lane is to be; it stays closed", file, damaged);
      return LaneOrder.CLOSE;
    }
  }

  public void keep(LaneOrder order) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, order.name().toLowerCase(Locale.ROOT), StandardCharsets.US_ASCII);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notKept) {
      LOG.warn("{} cannot be written: after a restart the lane will be as before", file, notKept);
    }
  }
}
