// SPDX-License-Identifier: Apache-2.0
/**
 * What drivers of devices with HTTP share: who is there, answers without end, passwords in files.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.driver.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
