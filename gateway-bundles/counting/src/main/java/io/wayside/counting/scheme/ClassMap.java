// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which classes of one scheme a class of another can be, and what keeps them from being told apart.
 *
 * @param from schemes whose classes it maps
 * @param to the scheme it maps to
 */
public record ClassMap(List<String> from, String to, Map<String, Mapped> rows) {

  /**
   * What a class can be.
   *
   * @param can classes of the other scheme
   * @param cannotTell what would have to be known to tell them apart; empty where there is one only
   */
  public record Mapped(List<String> can, String cannotTell, Evidence evidence) {

    public Mapped {
      can = List.copyOf(can);
    }

    /** The class of the other scheme, where there is no other it can be. */
    public Optional<String> only() {
      return can.size() == 1 ? Optional.of(can.get(0)) : Optional.empty();
    }
  }

  public ClassMap {
    from = List.copyOf(from);
    rows = Map.copyOf(rows);
  }

  public static ClassMap from(Node document) throws GarbledData {
    document.only("$schema", "from", "to", "notes", "rows");
    Map<String, Mapped> rows = new LinkedHashMap<>();
    for (Node row : document.member("rows").elements()) {
      row.only("class", "can", "cannotTell", "source", "certainty");
      List<String> can = texts(row.member("can"));
      Optional<Node> untold = row.optional("cannotTell");
      String cannotTell = untold.isPresent() ? untold.get().text() : "";
      if (can.isEmpty() || can.size() > 1 == cannotTell.isEmpty()) {
        throw row.wrong("needs one class, or several and a member \"cannotTell\"");
      }
      Mapped mapped = new Mapped(can, cannotTell, Evidence.from(row));
      if (rows.put(row.member("class").text(), mapped) != null) {
        throw row.wrong("maps its class a second time");
      }
    }
    return new ClassMap(texts(document.member("from")), document.member("to").text(), rows);
  }

  /** What a class can be; empty where the map does not know it. */
  public Optional<Mapped> of(String vehicleClass) {
    return Optional.ofNullable(rows.get(vehicleClass));
  }

  private static List<String> texts(Node list) throws GarbledData {
    List<String> texts = new ArrayList<>();
    for (Node element : list.elements()) {
      texts.add(element.text());
    }
    return texts;
  }
}
