// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/** The desk for the JSON form. */
final class JsonDesk implements Desk {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public byte[] answer(String operation, byte[] request, Account account) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode answers = root.putObject("infoExchange").putArray("adus");
    for (JsonNode adu : JSON.readTree(request).at("/infoExchange/adus")) {
      JsonNode content = adu.elements().next();
      if (operation.equals("ask")) {
        answer(answers, content.path("userId").asText(), account);
        continue;
      }
      String lane = content.path("lane").asText();
      if (operation.equals("status")) {
        long last = content.path("last").asLong();
        for (long number = content.path("first").asLong(); number <= last; number++) {
          if (account.has(lane, number)) {
            say(answers, lane, number, Account.Answer.DUPLICATE);
          }
        }
      } else {
        long number = content.path("number").asLong();
        long minor = content.path("amountMinor").asLong(0);
        say(answers, lane, number, account.post(lane, number, minor));
      }
    }
    return JSON.writeValueAsBytes(root);
  }

  private static void answer(ArrayNode answers, String tag, Account account) {
    ObjectNode said = answers.addObject().putObject("tagAnswerAdu");
    said.put("userId", tag).put("granted", account.grants(tag));
    if (!account.grants(tag)) {
      said.put("reason", "office-blocked");
    }
  }

  private static void say(ArrayNode answers, String lane, long number, Account.Answer answer) {
    answers
        .addObject()
        .putObject("ackAdu")
        .put("lane", lane)
        .put("number", number)
        .put("aduReturnCode", answer.name().toLowerCase(Locale.ROOT));
  }
}
