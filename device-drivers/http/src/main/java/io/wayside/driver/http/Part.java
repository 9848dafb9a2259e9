// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import java.util.Map;

/**
 * One part of a multipart answer.
 *
 * @param headers by name in lower case
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes by the million; nobody compares them
public record Part(Map<String, String> headers, byte[] content) {

  public Part {
    headers = Map.copyOf(headers);
  }
}
