// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a valid site document asks for.
 *
 * @param gateway the gateway's id
 * @param tenant whom it belongs to
 * @param hash first 16 hexadecimal digits of the SHA-256 of the document's canonical CBOR form
 * @param configurations properties by PID; a factory instance is {@code factoryPid~id}
 */
public record SitePlan(
    String gateway,
    String tenant,
    String hash,
    SortedMap<String, Map<String, Object>> configurations) {

  public SitePlan {
    configurations = Collections.unmodifiableSortedMap(new TreeMap<>(configurations));
  }
}
