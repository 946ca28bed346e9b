import { connect } from '../host';
import './style.css';

void connect(
  () => undefined,
  () => undefined,
);
