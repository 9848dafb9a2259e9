// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.display;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import io.wayside.core.data.Wording.Language;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words of a display, from a document: for each code a text in each language. Rows end with a
 * stroke; a row with {@code {amount}} is left out where no amount is known. A code without a text,
 * such as an office's own reason, has the one that holds otherwise.
 */
public final class DisplayWords {

  private static final String AMOUNT = "{amount}";

  private final Map<String, Wording> texts;
  private final Wording otherwise;

  private DisplayWords(Map<String, Wording> texts, Wording otherwise) {
    this.texts = Map.copyOf(texts);
    this.otherwise = otherwise;
  }

  public static DisplayWords from(Node document) throws GarbledData {
    document.only("texts", "otherwise");
    Map<String, Wording> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Node> each : document.member("texts").members().entrySet()) {
      texts.put(each.getKey(), Wording.from(each.getValue()));
    }
    return new DisplayWords(texts, Wording.from(document.member("otherwise")));
  }

  /**
   * What a driver reads.
   *
   * @param amount for people, with its currency
   * @return rows, ended by {@code \n} but the last
   */
  public String say(String code, Optional<String> amount, Language language) {
    String text = texts.getOrDefault(code, otherwise).in(language);
    return Arrays.stream(text.split("\\|"))
        .filter(row -> amount.isPresent() || !row.contains(AMOUNT))
        .map(row -> row.replace(AMOUNT, amount.orElse("")).strip())
        .collect(Collectors.joining("\n"));
  }

  /** Whether the document has a text for this code itself. */
  boolean knows(String code) {
    return texts.containsKey(code);
  }
}
