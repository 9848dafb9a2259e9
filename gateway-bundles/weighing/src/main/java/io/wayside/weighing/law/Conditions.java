// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Wording;
import io.wayside.core.vehicle.Range;
import io.wayside.weighing.law.Limit.Distance;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions under which a limit applies, in words. */
final class Conditions {

  private Conditions() {}

  static Wording spacing(Range metres) {
    return new Wording(
        "nếu khoảng cách trục " + vi(metres), "if the axle spacing is " + en(metres));
  }

  static Wording extent(Range metres) {
    return new Wording(
        "nếu khoảng cách hai trục ngoài " + vi(metres),
        "if the outer axles are apart " + en(metres));
  }

  static Wording distance(Distance distance, Range metres) {
    return switch (distance) {
      case FIRST_TO_LAST ->
          new Wording(
              "nếu từ trục đầu đến trục cuối " + vi(metres),
              "if from first to last axle it is " + en(metres));
      case KINGPIN ->
          new Wording(
              "nếu từ chốt kéo đến trục đầu của sơ mi rơ moóc " + vi(metres),
              "if from kingpin to the semitrailer's first axle it is " + en(metres));
      case DRAWBAR ->
          new Wording(
              "nếu khoảng cách thanh kéo " + vi(metres),
              "if the drawbar's distance is " + en(metres));
    };
  }

  static Wording layout(Layout layout) {
    return new Wording("nếu là " + layout.name().vi(), "if it is a " + layout.name().en());
  }

  static Wording container(boolean one) {
    return one
        ? new Wording("nếu chở một container", "if it carries one container")
        : new Wording("nếu không chở một container", "if it does not carry one container");
  }

  static Wording all(List<Wording> conditions) {
    return new Wording(
        conditions.stream().map(Wording::vi).collect(Collectors.joining(", ")),
        conditions.stream().map(Wording::en).collect(Collectors.joining(", ")));
  }

  private static String en(Range metres) {
    return metres + " m";
  }

  private static String vi(Range metres) {
    return metres
            .toString()
            .replace("at most", "không quá")
            .replace("to below", "đến dưới")
            .replace("from", "từ")
            .replace("above", "trên")
            .replace("below", "dưới")
            .replace(" to ", " đến ")
        + " m";
  }
}
