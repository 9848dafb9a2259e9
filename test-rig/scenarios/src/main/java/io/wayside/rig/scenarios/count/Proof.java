// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.device.Frame;
import io.wayside.core.quality.Flag;
import io.wayside.counting.cli.Unwritable;
import io.wayside.counting.cli.Wrong;
import io.wayside.counting.proof.ProofEvent;
import io.wayside.counting.proof.ProofLine;
import io.wayside.counting.proof.ProofReport;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.CountingLine.Side;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The page on which a person checks what was counted, if one is wanted. */
final class Proof {

  private static final String OPTION = "--report";

  /** What is written of a report. */
  private interface Writing<T> {
    T write(ProofReport report) throws IOException;
  }

  private final String folder;
  private final Optional<ProofReport> report;

  private Proof(String folder, Optional<ProofReport> report) {
    this.folder = folder;
    this.report = report;
  }

  static Proof none() {
    return new Proof("", Optional.empty());
  }

  /**
   * @param title what was looked at
   */
  static Proof in(String folder, String title, Plan plan) throws Wrong {
    try {
      return new Proof(
          folder,
          Optional.of(
              new ProofReport(
                  Path.of(folder),
                  title,
                  plan.lines().stream().map(line -> line(line, plan)).toList())));
    } catch (IOException | InvalidPathException unwritable) {
      throw Unwritable.folder(OPTION, folder, unwritable);
    }
  }

  private static ProofLine line(CountingLine line, Plan plan) {
    return new ProofLine(
        line.id(),
        line.from().x(),
        line.from().y(),
        line.to().x(),
        line.to().y(),
        Optional.ofNullable(plan.ways().get(line.id())).map(Proof::word));
  }

  private static String word(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  void frame(double atS, Frame frame) throws Wrong {
    write(
        page -> {
          page.frame(atS, frame);
          return page;
        });
  }

  void sighting(Sighting sighting) throws Wrong {
    write(
        page -> {
          page.event(event(sighting));
          return page;
        });
  }

  private static ProofEvent event(Sighting sighting) {
    return new ProofEvent(
        sighting.line(),
        sighting.atS(),
        OptionalDouble.of(sighting.along()),
        word(sighting.to()),
        sighting.kind().code(),
        sighting.confidence(),
        sighting.flags().all().stream().map(Flag::code).toList());
  }

  /** The page, when there is one. */
  Optional<Path> finish() throws Wrong {
    return write(ProofReport::finish);
  }

  private <T> Optional<T> write(Writing<T> writing) throws Wrong {
    try {
      return report.isPresent() ? Optional.of(writing.write(report.get())) : Optional.empty();
    } catch (IOException unwritable) {
      throw Unwritable.folder(OPTION, folder, unwritable);
    }
  }
}
