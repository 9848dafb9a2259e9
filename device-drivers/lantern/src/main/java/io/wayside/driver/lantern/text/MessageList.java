// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a modem lists in text mode: {@code +CMGL: 3,"REC
 * UNREAD","+84901234567",,"26/11/22,09:15:00+28"} and then the text, in as many lines as it has.
 */
public final class MessageList {

  private static final Pattern HEAD =
      Pattern.compile(
          "\\+CMGL: ?(\\d{1,5}),\"[^\"]{0,20}\",\"([^\"]{0,40})\",[^,]{0,40}(?:,\"([^\"]{0,40})\")?.{0,80}");
  private static final int MOST = 256;

  private MessageList() {}

  /** All messages in these lines; lines before the first head are passed over. */
  public static List<TextMessage> of(List<String> lines) {
    List<TextMessage> messages = new ArrayList<>();
    Matcher head = null;
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      Matcher next = HEAD.matcher(line);
      if (next.matches()) {
        add(messages, head, text);
        head = next;
        text.setLength(0);
      } else if (head != null) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    add(messages, head, text);
    return messages;
  }

  private static void add(
      List<TextMessage> messages,
      @org.jspecify.annotations.Nullable Matcher head,
      StringBuilder text) {
    if (head != null && messages.size() < MOST) {
      String stamp = head.group(3) == null ? "" : head.group(3);
      messages.add(
          new TextMessage(
              Integer.parseInt(head.group(1)),
              head.group(2),
              stamp,
              GsmText.read(text.toString())));
    }
  }
}
