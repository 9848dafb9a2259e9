// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.config;

import java.io.IOException;
import java.util.Map;

/** The configurations that came from the site document, by PID; others are not seen. */
public interface ConfigurationStore {

  /** Those there are now. */
  Map<String, Map<String, Object>> current() throws IOException;

  void put(String pid, Map<String, Object> properties) throws IOException;

  void remove(String pid) throws IOException;
}
