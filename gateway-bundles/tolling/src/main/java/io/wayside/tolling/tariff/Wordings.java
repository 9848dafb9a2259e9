// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.data.Wording;
import io.wayside.core.data.Wording.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of explanations, from a document: one for each code, with figures in braces. {@code
 * {each:money}} is an amount, {@code {rate:name}} what the plan calls it.
 */
public final class Wordings {

  /** The document that comes with the software, beside this class. */
  public static final String RESOURCE = "wordings.json";

  private static final Pattern FIGURE = Pattern.compile("\\{([a-z]+)(?::([a-z]+))?}");

  private final Map<String, Wording> sentences;

  private Wordings(Map<String, Wording> sentences) {
    this.sentences = Map.copyOf(sentences);
  }

  public static Wordings from(Node document) throws GarbledData {
    Map<String, Wording> sentences = new LinkedHashMap<>();
    for (Map.Entry<String, Node> member :
        document.only("sentences").member("sentences").members().entrySet()) {
      sentences.put(member.getKey(), Wording.from(member.getValue()));
    }
    return new Wordings(sentences);
  }

  /** One item in words; its bare code when there is no sentence for it. */
  public String say(Item item, Plan plan, Language language) {
    Wording sentence = sentences.get(item.code());
    if (sentence == null) {
      return item.code();
    }
    Matcher figure = FIGURE.matcher(sentence.in(language));
    return figure.replaceAll(
        found -> {
          String as = found.group(2) == null ? "plain" : found.group(2);
          Value value = item.figures().get(found.group(1));
          return Matcher.quoteReplacement(figure(value, as, plan, language));
        });
  }

  private static String figure(Value value, String as, Plan plan, Language language) {
    if (value instanceof Value.Whole whole) {
      return as.equals("money")
          ? Money.text(whole.value(), plan.minorDigits(), plan.currency())
          : Long.toString(whole.value());
    }
    String text = value instanceof Value.Text found ? found.value() : "?";
    return as.equals("name") ? plan.nameOf(text, language) : text;
  }
}
