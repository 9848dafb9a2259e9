// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Key stores that are never written anywhere. */
final class MemoryKeyStore {

  private MemoryKeyStore() {}

  static KeyStore empty() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException nothingIsRead) {
      throw new IllegalStateException("an empty key store cannot be made", nothingIsRead);
    }
    return store;
  }
}
