// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import io.wayside.core.data.Json.Place;
import io.wayside.core.data.PlaceTree.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text by recursive descent, at most {@link Cbor#DEEPEST} deep. */
final class JsonReader {

  private final JsonText in;

  JsonReader(String text) {
    this.in = new JsonText(text);
  }

  Json.Document document() throws GarbledData {
    if (in.peek() == '\ufeff') {
      throw JsonText.at(
          in.place(),
          "the text begins with a byte order mark (U+FEFF); save it as UTF-8 without one");
    }
    in.skipBlanks();
    Node root = value(0, null);
    in.skipBlanks();
    if (!in.atEnd()) {
      throw in.expected("the end of the text after the value");
    }
    return new Json.Document(
        root.value(),
        new PlaceTree(root.places(), PlaceTree::valuePlace),
        new PlaceTree(root.places(), PlaceTree::keyPlace));
  }

  private record Node(Value value, Branch places) {}

  private Node value(int depth, @Nullable Place key) throws GarbledData {
    Place place = in.place();
    return switch (in.peek()) {
      case '{' -> fields(depth, key);
      case '[' -> list(depth, key);
      case '"' -> new Node(new Value.Text(new JsonString(in).read()), Branch.leaf(place, key));
      case 't', 'f', 'n' -> new Node(word(), Branch.leaf(place, key));
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          new Node(new JsonNumber(in).read(), Branch.leaf(place, key));
      default -> throw in.expected("a value");
    };
  }

  private Value word() throws GarbledData {
    if (in.take("true")) {
      return new Value.Truth(true);
    }
    if (in.take("false")) {
      return new Value.Truth(false);
    }
    if (in.take("null")) {
      return Value.ABSENT;
    }
    throw in.expected("a value such as true, false or null");
  }

  private Node list(int depth, @Nullable Place key) throws GarbledData {
    Place place = open(depth);
    List<Value> elements = new ArrayList<>();
    List<Branch> places = new ArrayList<>();
    if (in.take("]")) {
      return new Node(new Value.Many(elements), Branch.leaf(place, key));
    }
    while (true) {
      in.skipBlanks();
      Node element = value(depth + 1, null);
      elements.add(element.value());
      places.add(element.places());
      in.skipBlanks();
      if (in.take("]")) {
        return new Node(new Value.Many(elements), Branch.ofElements(place, key, places));
      }
      if (!in.take(",")) {
        throw in.expected("',' or ']' after an element");
      }
    }
  }

  private Node fields(int depth, @Nullable Place key) throws GarbledData {
    Place place = open(depth);
    Map<String, Value> fields = new LinkedHashMap<>();
    Map<String, Branch> places = new LinkedHashMap<>();
    if (in.take("}")) {
      return new Node(new Value.Fields(fields), Branch.leaf(place, key));
    }
    while (true) {
      in.skipBlanks();
      if (in.peek() != '"') {
        throw in.expected(fields.isEmpty() ? "a key in quotes or '}'" : "a key in quotes");
      }
      Place keyPlace = in.place();
      String name = new JsonString(in).read();
      requireNew(name, keyPlace, places);
      in.skipBlanks();
      if (!in.take(":")) {
        throw in.expected("':' after a key");
      }
      in.skipBlanks();
      Node field = value(depth + 1, keyPlace);
      fields.put(name, field.value());
      places.put(name, field.places());
      in.skipBlanks();
      if (in.take("}")) {
        return new Node(new Value.Fields(fields), Branch.ofMembers(place, key, places));
      }
      if (!in.take(",")) {
        throw in.expected("',' or '}' after a member");
      }
    }
  }

  private static void requireNew(String name, Place place, Map<String, Branch> before)
      throws GarbledData {
    Branch first = before.get(name);
    if (first != null) {
      throw JsonText.at(
          place,
          "the key " + Json.write(new Value.Text(name)) + " was already given at " + first.key());
    }
  }

  private Place open(int depth) throws GarbledData {
    Place place = in.place();
    if (depth == Cbor.DEEPEST) {
      throw JsonText.at(
          place, "expected lists and objects nested at most " + Cbor.DEEPEST + " deep");
    }
    in.take();
    in.skipBlanks();
    return place;
  }
}
