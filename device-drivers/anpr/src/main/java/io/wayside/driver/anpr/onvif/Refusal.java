// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A camera will not do what it was asked (SOAP 1.2 Part 1, 5.4). */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 200;

  private final boolean unauthorised;

  private Refusal(String message, boolean unauthorised) {
    super(message);
    this.unauthorised = unauthorised;
  }

  static Refusal of(Element fault) {
    List<String> codes = new ArrayList<>();
    Optional<Element> code = fault.at("Code");
    while (code.isPresent() && codes.size() < 4) {
      code.get().textAt("Value").ifPresent(codes::add);
      code = code.get().at("Subcode");
    }
    String reason = fault.textAt("Reason", "Text").orElse("without a reason");
    String said = String.join(" ", codes) + ": " + reason;
    return new Refusal(
        said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said,
        codes.stream()
            .anyMatch(
                each -> each.endsWith("NotAuthorized") || each.endsWith("FailedAuthentication")));
  }

  /** Whether it does not believe, or does not know, who asks. */
  public boolean isUnauthorised() {
    return unauthorised;
  }
}
