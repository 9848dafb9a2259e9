// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a document that people edit: a law pack, an instrument's description, a class scheme.
 * Reading what is not there, or is something else, gives an error that names the document, the
 * line, the path and what was expected.
 */
public final class Node {

  private final String source;
  private final String pointer;
  private final Value value;
  private final Map<String, Json.Place> places;

  private Node(String source, String pointer, Value value, Map<String, Json.Place> places) {
    this.source = source;
    this.pointer = pointer;
    this.value = value;
    this.places = places;
  }

  /**
   * A document as text.
   *
   * @param source its name in error messages, usually its path
   */
  public static Node read(String source, String json) throws GarbledData {
    try {
      Json.Document document = Json.read(json);
      return new Node(source, "", document.root(), document.places());
    } catch (GarbledData garbled) {
      throw new GarbledData(source + ": " + garbled.getMessage());
    }
  }

  /** A document that was read before and whose lines are not known. */
  public static Node of(String source, Value value) {
    return new Node(source, "", value, Map.of());
  }

  /** The value as it stands. */
  public Value value() {
    return value;
  }

  /** A member that must be there. */
  public Node member(String name) throws GarbledData {
    Value member = fields().get(name);
    if (member instanceof Value.Absent) {
      throw wrong("needs a member \"" + name + "\"");
    }
    return below(name, member);
  }

  /** A member that may be missing or null. */
  public Optional<Node> optional(String name) throws GarbledData {
    Value member = fields().get(name);
    return member instanceof Value.Absent ? Optional.empty() : Optional.of(below(name, member));
  }

  /** All members, in the order of the document. */
  public Map<String, Node> members() throws GarbledData {
    Map<String, Node> members = new LinkedHashMap<>();
    fields().values().forEach((name, member) -> members.put(name, below(name, member)));
    return members;
  }

  /** Refuses members of other names: a misspelt parameter must not be passed over in silence. */
  public Node only(String... names) throws GarbledData {
    List<String> known = Arrays.asList(names);
    for (String name : fields().values().keySet()) {
      if (!known.contains(name)) {
        throw below(name, Value.ABSENT)
            .wrong("is not known here; known are " + String.join(", ", known));
      }
    }
    return this;
  }

  /** The elements of a list. */
  public List<Node> elements() throws GarbledData {
    if (!(value instanceof Value.Many many)) {
      throw wrong("must be a list, not " + what());
    }
    List<Node> elements = new ArrayList<>();
    for (Value element : many.values()) {
      elements.add(below(Integer.toString(elements.size()), element));
    }
    return elements;
  }

  /** Any finite number. */
  public double number() throws GarbledData {
    if (value instanceof Value.Whole whole) {
      return whole.value();
    }
    if (value instanceof Value.Real real) {
      return real.value();
    }
    throw wrong("must be a number, not " + what());
  }

  /** A number from {@code least} to {@code most}, both included. */
  public double number(double least, double most) throws GarbledData {
    double number = number();
    if (number < least || number > most) {
      throw wrong("must be from " + least + " to " + most + ", not " + number);
    }
    return number;
  }

  /** A list of numbers. */
  public double[] numbers() throws GarbledData {
    List<Node> elements = elements();
    double[] numbers = new double[elements.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = elements.get(i).number();
    }
    return numbers;
  }

  /** A whole number from {@code least} to {@code most}, both included. */
  public int whole(int least, int most) throws GarbledData {
    if (!(value instanceof Value.Whole whole)) {
      throw wrong("must be a whole number, not " + what());
    }
    if (whole.value() < least || whole.value() > most) {
      throw wrong("must be from " + least + " to " + most + ", not " + whole.value());
    }
    return (int) whole.value();
  }

  /** Text that is not blank. */
  public String text() throws GarbledData {
    if (!(value instanceof Value.Text text)) {
      throw wrong("must be text, not " + what());
    }
    if (text.value().isBlank()) {
      throw wrong("must not be blank");
    }
    return text.value();
  }

  /** True or false. */
  public boolean truth() throws GarbledData {
    if (!(value instanceof Value.Truth truth)) {
      throw wrong("must be true or false, not " + what());
    }
    return truth.value();
  }

  /** A word of a closed set, written in lower case with hyphens. */
  public <E extends Enum<E>> E word(Class<E> words) throws GarbledData {
    String text = text();
    List<String> known = new ArrayList<>();
    for (E word : words.getEnumConstants()) {
      String form = word.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (form.equals(text)) {
        return word;
      }
      known.add(form);
    }
    throw wrong("must be one of " + String.join(", ", known) + ", not \"" + text + "\"");
  }

  /** The error that something is wrong at this place. */
  public GarbledData wrong(String what) {
    Json.Place place = places.get(pointer);
    return new GarbledData(
        source
            + ": "
            + (place == null ? "" : place + ": ")
            + (pointer.isEmpty() ? "the document" : pointer)
            + " "
            + what);
  }

  private Value.Fields fields() throws GarbledData {
    if (value instanceof Value.Fields fields) {
      return fields;
    }
    throw wrong("must be an object with members, not " + what());
  }

  private Node below(String step, Value member) {
    return new Node(source, pointer + Json.pointerStep(step), member, places);
  }

  private String what() {
    if (value instanceof Value.Fields) {
      return "an object";
    }
    return value instanceof Value.Many ? "a list" : Json.write(value);
  }
}
