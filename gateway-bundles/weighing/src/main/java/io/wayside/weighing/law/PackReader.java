// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import io.wayside.core.vehicle.Range;
import io.wayside.core.vehicle.Units;
import io.wayside.weighing.law.Layout.Shape;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a law pack from its document. */
final class PackReader {

  /** Names every pack must have for what it decides. */
  private static final List<String> VERDICTS =
      List.of("within", "undecided", "over", "not-offered");

  private final Node document;
  private final Units units;
  private final Set<String> ids = new HashSet<>();

  PackReader(Node document) throws GarbledData {
    this.document = document;
    document.only(
        "$schema",
        "pack",
        "title",
        "about",
        "units",
        "groupGap",
        "deduction",
        "registered",
        "verdicts",
        "layouts",
        "limits",
        "penalties",
        "notes");
    this.units = Units.from(document.member("units"));
  }

  LawPack read() throws GarbledData {
    List<Layout> layouts = layouts();
    Optional<Node> registered = document.optional("registered");
    return new LawPack(
        new LawPack.Contents(
            document.member("pack").text(),
            Wording.from(document.member("title")),
            document.member("groupGap").number(0, 1e3) * units.metres(),
            deduction(document.member("deduction")),
            registered.isPresent() ? Optional.of(head(registered.get())) : Optional.empty(),
            layouts,
            limits(layouts),
            penalties(),
            notes(),
            verdicts(document.member("verdicts"))));
  }

  private static Deduction deduction(Node node) throws GarbledData {
    node.only("percent", "text", "source", "certainty");
    return new Deduction(
        node.member("percent").number(0, 50),
        Wording.from(node.member("text")),
        Evidence.from(node));
  }

  private static Map<String, Wording> verdicts(Node node) throws GarbledData {
    node.only(VERDICTS.toArray(String[]::new));
    Map<String, Wording> names = new LinkedHashMap<>();
    for (String verdict : VERDICTS) {
      names.put(verdict, Wording.from(node.member(verdict)));
    }
    return names;
  }

  /** The members every rule has; the rest is the caller's. */
  private RuleHead head(Node row) throws GarbledData {
    Node id = row.member("id");
    if (!ids.add(id.text())) {
      throw id.wrong("is \"" + id.text() + "\", the id of an earlier rule");
    }
    Optional<Node> to = row.optional("validTo");
    return new RuleHead(
        id.text(),
        Wording.from(row.member("name")),
        Evidence.from(row),
        date(row.member("validFrom")),
        to.isPresent() ? Optional.of(date(to.get())) : Optional.empty());
  }

  private List<Layout> layouts() throws GarbledData {
    List<Layout> layouts = new ArrayList<>();
    Optional<Node> rows = document.optional("layouts");
    if (rows.isEmpty()) {
      return layouts;
    }
    for (Node row : rows.get().elements()) {
      row.only("id", "name", "shapes", "kingpinAhead");
      List<Shape> shapes = new ArrayList<>();
      for (Node shape : row.member("shapes").elements()) {
        shapes.add(shape(shape));
      }
      Optional<Node> ahead = row.optional("kingpinAhead");
      layouts.add(
          new Layout(
              row.member("id").text(),
              Wording.from(row.member("name")),
              shapes,
              ahead.isPresent()
                  ? Optional.of(Range.from(ahead.get()).times(units.metres()))
                  : Optional.empty()));
    }
    return layouts;
  }

  private Shape shape(Node shape) throws GarbledData {
    shape.only("groups", "spacings", "source", "certainty");
    List<String> groups = new ArrayList<>();
    for (Node code : shape.member("groups").elements()) {
      groups.add(code.text());
    }
    Map<Integer, Range> spacings = new HashMap<>();
    Optional<Node> conditions = shape.optional("spacings");
    if (conditions.isPresent()) {
      for (Map.Entry<String, Node> spacing : conditions.get().members().entrySet()) {
        spacings.put(
            ordinal(spacing.getKey(), spacing.getValue()) - 1,
            Range.from(spacing.getValue()).times(units.metres()));
      }
    }
    return new Shape(groups, spacings, Evidence.from(shape));
  }

  private static int ordinal(String name, Node place) throws GarbledData {
    if (!name.matches("[1-9][0-9]?")) {
      throw place.wrong("must be named by the number of a spacing, 1 being the foremost");
    }
    return Integer.parseInt(name);
  }

  private List<Limit> limits(List<Layout> layouts) throws GarbledData {
    List<Limit> limits = new ArrayList<>();
    LimitReader reader = new LimitReader(units, layouts, this::head);
    for (Node row : document.member("limits").elements()) {
      limits.add(reader.read(row));
    }
    return limits;
  }

  private List<Penalty> penalties() throws GarbledData {
    List<Penalty> penalties = new ArrayList<>();
    Optional<Node> rows = document.optional("penalties");
    if (rows.isPresent()) {
      for (Node row : rows.get().elements()) {
        row.only("id", "name", "of", "overPercent", "source", "certainty", "validFrom", "validTo");
        List<Subject> of = new ArrayList<>();
        for (Node subject : row.member("of").elements()) {
          of.add(subject.word(Subject.class));
        }
        penalties.add(new Penalty(head(row), of, Range.from(row.member("overPercent"))));
      }
    }
    return penalties;
  }

  private List<Note> notes() throws GarbledData {
    List<Note> notes = new ArrayList<>();
    Optional<Node> rows = document.optional("notes");
    if (rows.isPresent()) {
      for (Node row : rows.get().elements()) {
        row.only("when", "from", "text", "source", "certainty");
        Optional<Node> from = row.optional("from");
        notes.add(
            new Note(
                row.member("when").word(Note.Occasion.class),
                from.isPresent() ? Optional.of(date(from.get())) : Optional.empty(),
                Wording.from(row.member("text")),
                Evidence.from(row)));
      }
    }
    return notes;
  }

  private static LocalDate date(Node node) throws GarbledData {
    try {
      return LocalDate.parse(node.text());
    } catch (DateTimeParseException notDate) {
      throw node.wrong("must be a day such as 2025-07-01, not \"" + node.text() + "\"");
    }
  }
}
