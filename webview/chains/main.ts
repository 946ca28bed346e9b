import { byId } from '../dom';
import { connect } from '../host';
import { ChainsPage } from './chainsPage';
import './style.css';

/** Starts the page of the chain table. */
async function main(): Promise<void> {
  let page: ChainsPage | undefined;
  await connect(
    (host) => {
      page = new ChainsPage(byId('chains'), host);
    },
    (state) => page?.update(state),
  );
}

void main();
