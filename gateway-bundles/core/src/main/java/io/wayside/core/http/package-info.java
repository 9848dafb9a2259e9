// SPDX-License-Identifier: Apache-2.0
/** What devices with HTTP ask beyond the JDK: answers without end, and who is there. Pure. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
