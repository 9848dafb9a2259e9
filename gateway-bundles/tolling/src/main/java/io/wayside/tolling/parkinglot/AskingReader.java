// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Arguments of commands: {@code ticket}, {@code plate}, {@code tag}, {@code class}, {@code codes}.
 */
final class AskingReader {

  private AskingReader() {}

  static Asking asking(Value.Fields arguments, boolean lost) throws GarbledData {
    Node node = Node.of("arguments", arguments);
    TreeSet<Key> keys = new TreeSet<>();
    for (Key.Kind kind : Key.Kind.values()) {
      Optional<Node> given = node.optional(kind.name().toLowerCase(Locale.ROOT));
      if (given.isPresent()) {
        keys.add(key(kind, given.get()));
      }
    }
    List<String> codes = new ArrayList<>();
    Optional<Node> given = node.optional("codes");
    if (given.isPresent()) {
      for (Node code : given.get().elements()) {
        codes.add(code.text());
      }
    }
    Optional<Node> vehicleClass = node.optional("class");
    return new Asking(keys, vehicleClass.isPresent() ? vehicleClass.get().text() : "", lost, codes);
  }

  private static Key key(Key.Kind kind, Node value) throws GarbledData {
    try {
      return new Key(kind, value.text());
    } catch (IllegalArgumentException wrong) {
      throw value.wrong(String.valueOf(wrong.getMessage()));
    }
  }

  static Optional<SessionId> session(Value.Fields arguments) throws GarbledData {
    Optional<Node> given = Node.of("arguments", arguments).optional("session");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SessionId.parse(given.get().text()));
    } catch (IllegalArgumentException wrong) {
      throw given.get().wrong(String.valueOf(wrong.getMessage()));
    }
  }
}
