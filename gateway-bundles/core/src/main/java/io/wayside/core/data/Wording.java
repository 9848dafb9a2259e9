// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

/**
 * A text for people in the languages of the house.
 *
 * @param vi in Vietnamese
 * @param en in English
 */
public record Wording(String vi, String en) {

  /** The languages. */
  public enum Language {
    VI,
    EN
  }

  public static Wording from(Node node) throws GarbledData {
    node.only("vi", "en");
    return new Wording(node.member("vi").text(), node.member("en").text());
  }

  public String in(Language language) {
    return language == Language.VI ? vi : en;
  }
}
