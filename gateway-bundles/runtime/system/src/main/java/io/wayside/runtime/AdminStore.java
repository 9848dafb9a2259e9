// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.runtime.config.ConfigurationStore;
import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Configuration Admin as a store; its configurations carry a mark, so that no other is touched. */
final class AdminStore implements ConfigurationStore {

  private static final String MARK = "wayside.from";
  private static final String SITE = "site";

  /** Any bundle may take the configuration. */
  private static final String ANYWHERE = "?";

  private final ConfigurationAdmin admin;

  AdminStore(ConfigurationAdmin admin) {
    this.admin = admin;
  }

  @Override
  public Map<String, Map<String, Object>> current() throws IOException {
    Map<String, Map<String, Object>> current = new TreeMap<>();
    for (Configuration configuration : marked()) {
      current.put(configuration.getPid(), properties(configuration));
    }
    return current;
  }

  private Configuration[] marked() throws IOException {
    try {
      Configuration[] found = admin.listConfigurations("(" + MARK + "=" + SITE + ")");
      return found == null ? new Configuration[0] : found;
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What was put in, without what Configuration Admin and this class add. */
  private static Map<String, Object> properties(Configuration configuration) {
    Map<String, Object> properties = new TreeMap<>();
    Dictionary<String, Object> all = configuration.getProperties();
    for (String key : Collections.list(all.keys())) {
      properties.put(key, all.get(key));
    }
    properties.remove(MARK);
    properties.remove(Constants.SERVICE_PID);
    properties.remove(ConfigurationAdmin.SERVICE_FACTORYPID);
    properties.remove(ConfigurationAdmin.SERVICE_BUNDLELOCATION);
    return properties;
  }

  @SuppressWarnings("JdkObsolete") // Configuration Admin takes a Dictionary
  @Override
  public void put(String pid, Map<String, Object> properties) throws IOException {
    Hashtable<String, Object> all = new Hashtable<>(properties);
    all.put(MARK, SITE);
    configuration(pid).update(all);
  }

  @Override
  public void remove(String pid) throws IOException {
    configuration(pid).delete();
  }

  private Configuration configuration(String pid) throws IOException {
    int instance = pid.indexOf('~');
    return instance < 0
        ? admin.getConfiguration(pid, ANYWHERE)
        : admin.getFactoryConfiguration(
            pid.substring(0, instance), pid.substring(instance + 1), ANYWHERE);
  }
}
