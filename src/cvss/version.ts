/** The CVSS versions that are read and scored. */
export type CvssVersion = '3.0' | '3.1' | '4.0';
