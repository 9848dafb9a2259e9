// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import io.wayside.core.device.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers pictures and events of a clip, in the order in which they come, and writes the page. A
 * row of pictures is written as soon as it is over, so that memory does not grow with the clip. For
 * one thread.
 */
public final class ProofReport {

  private final Path folder;
  private final Growing growing;
  private final String title;
  private final Map<String, ProofLine> lines = new LinkedHashMap<>();
  private final Map<String, Strip> strips = new LinkedHashMap<>();
  private final Map<String, int[]> slices = new LinkedHashMap<>();
  private final Reel reel = new Reel();
  private final List<PageEvent> events = new ArrayList<>();
  private int row = -1;
  private double firstS = Double.NaN;
  private double lastS = Double.NaN;
  private int widthPx;
  private int heightPx;

  /** An event and the name of the picture that shows it. */
  record PageEvent(ProofEvent event, Optional<String> picture) {}

  /**
   * @param folder is made; what an earlier report left there under the same names is replaced when
   *     this one is finished
   * @param title what was looked at
   */
  public ProofReport(Path folder, String title, List<ProofLine> lines) throws IOException {
    this.folder = folder;
    this.title = title;
    lines.forEach(line -> this.lines.put(line.id(), line));
    this.growing = new Growing(folder);
  }

  /**
   * A picture of the clip.
   *
   * @param atS seconds from the beginning of the clip, not before the last
   */
  public void frame(double atS, Frame frame) throws IOException {
    if (Double.isNaN(firstS)) {
      firstS = atS;
      widthPx = frame.widthPx();
      heightPx = frame.heightPx();
    }
    showUntil(atS);
    begin((int) Math.floor(atS / Strip.SECONDS));
    lines.forEach((id, line) -> slices.put(id, Slice.of(frame, line, Strip.SAMPLES)));
    reel.add(atS, frame);
    lastS = atS;
  }

  /** What the machine says; some seconds late at most, else it has no picture. */
  public void event(ProofEvent event) throws IOException {
    Optional<BufferedImage> seen = reel.at(event.atS());
    Optional<String> name =
        seen.map(picture -> Growing.PICTURES + "/event-" + events.size() + ".jpg");
    if (seen.isPresent() && name.isPresent()) {
      growing.picture(name.get(), "jpg", seen.get());
    }
    events.add(new PageEvent(event, name));
  }

  /** Writes the rest, and the page. Returns the page. */
  public Path finish() throws IOException {
    if (row >= 0) {
      showUntil(lastS);
      writeStrips();
    }
    ProofPage page = new ProofPage(title, List.copyOf(lines.values()), List.copyOf(events));
    page.write(
        growing,
        new ProofPage.Extent(
            Double.isNaN(firstS) ? 0 : firstS,
            Double.isNaN(lastS) ? 0 : lastS,
            row + 1,
            widthPx,
            heightPx));
    growing.publish();
    return folder.resolve(ProofPage.FIRST);
  }

  static String stripName(int line, int row) {
    return Growing.PICTURES + "/line-" + line + "-row-" + row + ".png";
  }

  private void begin(int newRow) throws IOException {
    while (row < newRow) {
      if (row >= 0) {
        writeStrips();
      }
      row++;
      lines.keySet().forEach(id -> strips.put(id, new Strip()));
    }
  }

  /** The last picture holds until the next, over the edge of a row too. */
  private void showUntil(double atS) throws IOException {
    if (Double.isNaN(lastS) || row < 0) {
      return;
    }
    double untilS = Math.min(atS, lastS + Strip.LONGEST_GAP_S);
    double edgeS = (row + 1) * Strip.SECONDS;
    show(lastS, Math.min(untilS, edgeS));
    if (untilS > edgeS) {
      begin(row + 1);
      show(edgeS, untilS);
    }
  }

  private void show(double fromS, double untilS) {
    double beginS = row * Strip.SECONDS;
    slices.forEach(
        (id, colours) -> {
          Strip strip = strips.get(id);
          if (strip != null) {
            strip.show(colours, fromS - beginS, untilS - beginS);
          }
        });
  }

  private void writeStrips() throws IOException {
    int number = 0;
    for (Strip strip : strips.values()) {
      growing.picture(stripName(number, row), "png", strip.picture());
      number++;
    }
  }
}
