// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads generated JSON whose form is known; anything else is garbled. */
public record Tree(Value value) {

  public Map<String, Value> fields() throws GarbledData {
    if (value instanceof Value.Fields fields) {
      return fields.values();
    }
    throw new GarbledData("expected an object, found " + ValueWords.found(value));
  }

  public boolean has(String name) throws GarbledData {
    return fields().containsKey(name);
  }

  public Tree in(String name) throws GarbledData {
    Value found = fields().get(name);
    if (found == null) {
      throw new GarbledData("\"" + name + "\" is missing");
    }
    return new Tree(found);
  }

  public String text(String name) throws GarbledData {
    return in(name).text();
  }

  public String text() throws GarbledData {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    throw new GarbledData("expected a text, found " + ValueWords.found(value));
  }

  public boolean truth(String name) throws GarbledData {
    if (in(name).value instanceof Value.Truth truth) {
      return truth.value();
    }
    throw new GarbledData("\"" + name + "\" must be true or false");
  }

  public int whole(String name) throws GarbledData {
    if (in(name).value instanceof Value.Whole whole) {
      return Math.toIntExact(whole.value());
    }
    throw new GarbledData("\"" + name + "\" must be a whole number");
  }

  public List<Tree> list(String name) throws GarbledData {
    if (in(name).value instanceof Value.Many many) {
      return many.values().stream().map(Tree::new).toList();
    }
    throw new GarbledData("\"" + name + "\" must be a list");
  }

  public List<String> texts(String name) throws GarbledData {
    List<String> texts = new ArrayList<>();
    for (Tree element : list(name)) {
      texts.add(element.text());
    }
    return texts;
  }
}
