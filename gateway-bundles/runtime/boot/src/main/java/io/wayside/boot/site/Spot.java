// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.Json;

/** A value of the document: its names joined by dots for people, its JSON pointer for places. */
record Spot(String path, String pointer) {

  static final Spot ROOT = new Spot("", "");

  Spot child(String name) {
    return new Spot(path.isEmpty() ? name : path + "." + name, pointer + Json.pointerStep(name));
  }

  Spot element(int index) {
    return new Spot(path + "[" + index + "]", pointer + "/" + index);
  }
}
