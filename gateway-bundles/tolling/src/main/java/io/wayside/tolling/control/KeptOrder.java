// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.Travel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person told the lane to be, and which way, over a restart: a lane under maintenance does
 * not open by itself because the gateway was restarted.
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
    return Files.exists(file) ? read().order() : otherwise;
  }

  /** The way the lane is used. */
  public Travel travel() {
    return Files.exists(file) ? read().travel() : Travel.FORWARD;
  }

  public void keep(LaneOrder order) {
    write(new Kept(order, travel()));
  }

  /** The lane is used that way from now on; it is closed when it is turned. */
  void turn(Travel travel) {
    write(new Kept(LaneOrder.CLOSE, travel));
  }

  private record Kept(LaneOrder order, Travel travel) {}

  private Kept read() {
    try {
      String[] words = Files.readString(file).strip().toUpperCase(Locale.ROOT).split(" ", 2);
      return new Kept(
          LaneOrder.valueOf(words[0]),
          words.length > 1 ? Travel.valueOf(words[1]) : Travel.FORWARD);
    } catch (IOException | IllegalArgumentException damaged) {
      LOG.warn("{} does not say what the lane is to be; it stays closed", file, damaged);
      return new Kept(LaneOrder.CLOSE, Travel.FORWARD);
    }
  }

  private void write(Kept kept) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      String order = kept.order().name().toLowerCase(Locale.ROOT);
      String travel = kept.travel().name().toLowerCase(Locale.ROOT);
      String words = kept.travel() == Travel.FORWARD ? order : order + " " + travel;
      Files.writeString(fresh, words, StandardCharsets.US_ASCII);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notKept) {
      LOG.warn("{} cannot be written: after a restart the lane will be as before", file, notKept);
    }
  }
}
