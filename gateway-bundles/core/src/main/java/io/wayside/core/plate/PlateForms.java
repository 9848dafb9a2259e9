// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.plate;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The forms of a country's plates, and which characters cameras confuse. */
public final class PlateForms {

  /** Stands in patterns for a letter of a series. */
  private static final String SERIES = "<L>";

  private static final int LONGEST_PATTERN = 120;

  private final String country;
  private final List<PlateForm> forms;
  private final Map<Character, String> confused;

  private PlateForms(String country, List<PlateForm> forms, Map<Character, String> confused) {
    this.country = country;
    this.forms = List.copyOf(forms);
    this.confused = Map.copyOf(confused);
  }

  public static PlateForms from(Node document) throws GarbledData {
    document.only("$schema", "country", "title", "notes", "series", "confused", "forms");
    Node series = document.member("series");
    series.only("letters", "source", "certainty");
    Evidence.from(series);
    String letters = series.member("letters").text();
    if (!letters.matches("[A-Z]+")) {
      throw series.wrong("has letters that are not A to Z");
    }
    List<PlateForm> forms = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node row : document.member("forms").elements()) {
      PlateForm form = form(row, "[" + letters + "]");
      if (!ids.add(form.id())) {
        throw row.wrong("has the id \"" + form.id() + "\" of an earlier form");
      }
      forms.add(form);
    }
    return new PlateForms(
        document.member("country").text(), forms, confused(document.member("confused")));
  }

  private static PlateForm form(Node row, String letters) throws GarbledData {
    row.only("id", "title", "whole", "head", "source", "certainty");
    Pattern whole = pattern(row.member("whole"), letters);
    Optional<Node> head = row.optional("head");
    return new PlateForm(
        row.member("id").text(),
        Wording.from(row.member("title")),
        whole,
        head.isEmpty() ? Pattern.compile(".*") : pattern(head.get(), letters),
        Evidence.from(row));
  }

  private static Pattern pattern(Node node, String letters) throws GarbledData {
    String text = node.text();
    if (text.length() > LONGEST_PATTERN || text.contains("*") || text.contains("+")) {
      throw node.wrong("must be a short pattern without * and +");
    }
    try {
      return Pattern.compile(text.replace(SERIES, letters));
    } catch (PatternSyntaxException wrong) {
      throw node.wrong("is no pattern: " + wrong.getDescription());
    }
  }

  /** Both ways: who takes one for the other may take the other for the one. */
  private static Map<Character, String> confused(Node pairs) throws GarbledData {
    Map<Character, String> confused = new LinkedHashMap<>();
    for (Node row : pairs.elements()) {
      row.only("pair", "source", "certainty");
      Evidence.from(row);
      String pair = row.member("pair").text();
      if (!pair.matches("[0-9A-ZĐ]{2}")) {
        throw row.wrong("has a pair that is not two characters of plates");
      }
      confused.merge(pair.charAt(0), pair.substring(1), String::concat);
      confused.merge(pair.charAt(1), pair.substring(0, 1), String::concat);
    }
    return confused;
  }

  /** Such as {@code VN}. */
  public String country() {
    return country;
  }

  public List<PlateForm> forms() {
    return forms;
  }

  /** What a camera's text may mean. */
  public PlateText read(String text) {
    return PlateText.of(text, forms, confused);
  }
}
