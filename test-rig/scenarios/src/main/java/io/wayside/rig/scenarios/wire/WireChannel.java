// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One channel of the document.
 *
 * @param address with parameters in braces
 * @param messages by name: the schema files that all must hold, the first for the whole payload, a
 *     second for the body of a record
 */
record WireChannel(String address, Map<String, Form> messages) {

  /** The schemas of a message, as files seen from the document. */
  record Form(String whole, Optional<String> body) {}

  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");
  private static final String NAME = "[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?"; // of core's Names

  /** The parameters of a topic of this channel; empty when it is none of it. */
  Optional<Map<String, String>> match(String topic) {
    Matcher matcher =
        Pattern.compile(PARAMETER.matcher(address).replaceAll("(?<$1>" + NAME + ")"))
            .matcher(topic);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    PARAMETER
        .matcher(address)
        .results()
        .map(result -> result.group(1))
        .forEach(name -> parameters.put(name, matcher.group(name)));
    return Optional.of(parameters);
  }
}
