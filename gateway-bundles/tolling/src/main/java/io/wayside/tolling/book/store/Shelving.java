// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.table.Shelf;
import io.wayside.tolling.book.table.TagTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is found in a folder.
 *
 * @param shelf of each list the highest version that is whole
 * @param damage what was passed over
 */
record Shelving(Shelf shelf, List<String> damage) {

  Shelving {
    damage = List.copyOf(damage);
  }

  static Shelving of(Folder folder) throws IOException {
    List<TableName> names =
        folder.names().stream()
            .map(TableName::of)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingLong(TableName::version).reversed())
            .toList();
    Shelf shelf = new Shelf(List.of());
    List<String> damage = new ArrayList<>();
    for (TableName name : names) {
      if (shelf.table(name.issuer(), name.type()).isEmpty()) {
        try {
          shelf = shelf.with(open(folder, name));
        } catch (GarbledData damaged) {
          damage.add(String.valueOf(damaged.getMessage()));
        }
      }
    }
    return new Shelving(shelf, damage);
  }

  private static TagTable open(Folder folder, TableName name) throws IOException, GarbledData {
    String place = folder.place(name.file());
    TagTable table = TagTable.open(place, folder.map(name.file()));
    TableName says = new TableName(table.issuer(), table.type(), table.inForce().version());
    if (!says.equals(name)) {
      throw new GarbledData(
          place + ": the file holds " + says.file() + "; ask for the full list again");
    }
    return table;
  }
}
