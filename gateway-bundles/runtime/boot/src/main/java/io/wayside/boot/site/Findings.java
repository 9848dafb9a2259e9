// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong in one document, each with its place. */
final class Findings {

  private static final Json.Place BEGIN = new Json.Place(1, 1);

  private final Json.Document document;
  private final List<SiteError> errors = new ArrayList<>();

  Findings(Json.Document document) {
    this.document = document;
  }

  /** The value is wrong. */
  void wrong(Spot spot, String what, String remedy) {
    Json.Place place = document.places().getOrDefault(spot.pointer(), BEGIN);
    errors.add(new SiteError(place, spot.path(), what, remedy));
  }

  /** The name of the value is wrong. */
  void wrongName(Spot spot, String what, String remedy) {
    Json.Place place = document.keyPlaces().getOrDefault(spot.pointer(), BEGIN);
    errors.add(new SiteError(place, spot.path(), what, remedy));
  }

  /** All of them in the order of the text. */
  List<SiteError> inOrder() {
    return errors.stream()
        .sorted(
            Comparator.comparingInt((SiteError error) -> error.place().line())
                .thenComparingInt(error -> error.place().column()))
        .toList();
  }
}
